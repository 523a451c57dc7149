package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Card;
import io.openvpos.authorization.payment.domain.PaymentTerms;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.risk.AuthenticationStanding;
import io.openvpos.authorization.risk.RiskCheck;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.authorization.risk.RiskOutcome;
import io.openvpos.authorization.risk.RiskQuery;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.authorization.threeds.domain.Outcome;
import io.openvpos.authorization.threeds.domain.Purchase;
import io.openvpos.authorization.vault.StoredCard;

/// What risk says once it is known what came of the authentication. It may still decline; a review
/// of it happens behind the payment. Asked again after a crash, it is the same answer.
record SecondOpinion(RiskCheck risk) {

  /// Silence declines nothing: risk, or the merchant's policy, let the payment come this far.
  boolean declines(PaymentTerms terms, Authentication authentication, MerchantTerms merchant) {
    RiskOutcome outcome = risk.assess(query(terms, authentication, merchant));
    return !outcome.timedOut() && outcome.decision() == RiskDecision.DECLINE;
  }

  private static RiskQuery query(
      PaymentTerms terms, Authentication authentication, MerchantTerms merchant) {
    Purchase purchase = authentication.purchase();
    return new RiskQuery(
        terms.paymentId(),
        terms.merchantId(),
        terms.mode(),
        stored(terms.card()),
        terms.amount(),
        terms.installments(),
        purchase.ip(),
        purchase.email(),
        purchase.deviceId(),
        standing(authentication),
        merchant.risk());
  }

  private static AuthenticationStanding standing(Authentication authentication) {
    Outcome outcome =
        authentication.ending() == null ? Outcome.UNAVAILABLE : authentication.ending().outcome();
    return switch (outcome) {
      case AUTHENTICATED -> AuthenticationStanding.AUTHENTICATED;
      case ATTEMPTED -> AuthenticationStanding.ATTEMPTED;
      case UNAVAILABLE, FAILED, REJECTED, UNANSWERED, EXPIRED -> AuthenticationStanding.UNAVAILABLE;
    };
  }

  private static StoredCard stored(Card card) {
    return new StoredCard(
        card.token(),
        card.brand(),
        card.bin(),
        card.last4(),
        card.funding(),
        card.issuerCountry(),
        card.cardClass(),
        card.fingerprint());
  }
}
