package io.openvpos.authorization.payment.kafka;

import io.openvpos.authorization.payment.domain.Attempt;
import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.AuthenticationResult;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.PaymentState.Approved;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentFacts;
import org.jspecify.annotations.Nullable;

/// The part that every fact of a payment repeats, so that each is read alone.
final class RepeatedFacts {

  private RepeatedFacts() {}

  static PaymentFacts of(Payment payment) {
    PaymentTerms terms = payment.terms();
    Attempt attempt = payment.attempt();
    String orderId = terms.orderId();
    return PaymentFacts.newBuilder()
        .setPaymentId(terms.paymentId())
        .setMerchantId(terms.merchantId())
        .setMode(WireMode.of(terms.mode()))
        .setOrderId(orderId == null ? "" : orderId)
        .setCard(card(terms.card()))
        .setInstallments(terms.installments())
        .setRrn(attempt == null ? null : attempt.rrn())
        .setAuthorizationCode(authorizationCode(payment))
        .setAuthentication(authentication(payment.authentication()))
        .build();
  }

  private static @Nullable String authorizationCode(Payment payment) {
    return payment.state() instanceof Approved approved ? approved.approval().code() : null;
  }

  private static @Nullable String authentication(@Nullable Authentication asked) {
    AuthenticationResult result = asked == null ? null : asked.result();
    return result == null ? null : result.status();
  }

  private static Card card(io.openvpos.authorization.payment.domain.Card card) {
    return Card.newBuilder()
        .setBrand(card.brand())
        .setBin(card.bin())
        .setLast4(card.last4())
        .setFunding(card.funding())
        .setIssuerCountry(card.issuerCountry())
        .setCardClass(card.cardClass())
        .build();
  }
}
