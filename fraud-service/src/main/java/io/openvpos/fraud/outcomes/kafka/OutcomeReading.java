package io.openvpos.fraud.outcomes.kafka;

import io.openvpos.fraud.outcomes.Outcome;
import io.openvpos.fraud.outcomes.Outcome.Kind;
import io.openvpos.fraud.outcomes.Outcome.Subject;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Money;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentDeclined;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentRefunded;
import io.openvpos.schemas.authorization.PaymentReversed;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;

/// The outcome in a fact of the payments' topic.
final class OutcomeReading {

  private OutcomeReading() {}

  /// Empty for what is none: markers of the day's end.
  static Optional<Outcome> read(SpecificRecord fact) {
    return switch (fact) {
      case PaymentAuthorized it ->
          outcome(it.getEnvelope(), it.getPayment(), Kind.AUTHORIZED, it.getAmount(), "");
      case PaymentDeclined it ->
          outcome(
              it.getEnvelope(),
              it.getPayment(),
              Kind.DECLINED,
              it.getAmount(),
              it.getDeclineCode());
      case PaymentCaptured it ->
          outcome(it.getEnvelope(), it.getPayment(), Kind.CAPTURED, it.getAmount(), "");
      case PaymentVoided it ->
          outcome(it.getEnvelope(), it.getPayment(), Kind.VOIDED, givenUp(it), "");
      case PaymentReversed it ->
          outcome(it.getEnvelope(), it.getPayment(), Kind.REVERSED, it.getAmount(), "");
      case PaymentRefunded it ->
          outcome(it.getEnvelope(), it.getPayment(), Kind.REFUNDED, it.getAmount(), "");
      case PaymentExpired it ->
          outcome(it.getEnvelope(), it.getPayment(), Kind.EXPIRED, it.getReleased(), "");
      default -> Optional.empty();
    };
  }

  /// The captures taken back and what was let go of the hold.
  private static Money givenUp(PaymentVoided fact) {
    Long released = fact.getReleased();
    Money captured = fact.getAmount();
    return new Money(
        captured.getMinorUnits() + (released == null ? 0 : released), captured.getCurrency());
  }

  private static Optional<Outcome> outcome(
      Envelope envelope, PaymentFacts payment, Kind kind, Money amount, String detail) {
    return Optional.of(
        new Outcome(
            new Subject(
                WireMode.read(payment.getMode()), payment.getMerchantId(), payment.getPaymentId()),
            envelope.getAggregateVersion(),
            kind,
            WireMoney.read(amount),
            detail,
            envelope.getOccurredAt()));
  }
}
