package io.openvpos.merchant.ledger.domain.posting;

import io.openvpos.merchant.contract.domain.SaleTerms;
import io.openvpos.merchant.ledger.domain.journal.Line;
import io.openvpos.merchant.ledger.domain.journal.Portion;
import io.openvpos.merchant.ledger.domain.journal.Settling;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the ledger keeps of the payment behind a batch line. Facts that do not repeat the payment
/// leave the card and the order empty.
public record Sale(
    String paymentId,
    @Nullable String refundId,
    String orderId,
    String brand,
    String cardClass,
    String last4,
    int installments,
    @Nullable String rrn,
    @Nullable String authorizationCode) {

  /// A line that is known by its payment only.
  public static Sale ofPayment(String paymentId) {
    return new Sale(paymentId, null, "", "", "", "", 1, null, null);
  }

  SaleTerms terms(Currency currency) {
    return new SaleTerms(brand, cardClass, installments, currency);
  }

  Line line(Instant at, Settling settling, List<Portion> portions) {
    return new Line(
        paymentId,
        refundId,
        orderId,
        at,
        brand,
        last4,
        installments,
        rrn,
        authorizationCode,
        settling,
        cardClass,
        portions);
  }
}
