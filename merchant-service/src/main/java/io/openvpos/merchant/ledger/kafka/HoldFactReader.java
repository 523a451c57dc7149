package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.domain.hold.HoldFact;
import io.openvpos.merchant.ledger.domain.hold.HoldMoves;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.PaymentAuthorized;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.authorization.PaymentExpired;
import io.openvpos.schemas.authorization.PaymentFacts;
import io.openvpos.schemas.authorization.PaymentVoided;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// The payment facts that change a hold. A reversal does not: its payment was never authorized.
final class HoldFactReader {

  private HoldFactReader() {}

  static Optional<HoldFact> read(SpecificRecord record) {
    return switch (record) {
      case PaymentAuthorized it -> {
        Money amount = WireMoney.read(it.getAmount());
        yield hold(
            it.getEnvelope(),
            it.getPayment(),
            it.getSalesDay(),
            amount,
            HoldMoves.authorization(amount.minorUnits()));
      }
      case PaymentCaptured it -> {
        Money amount = WireMoney.read(it.getAmount());
        yield hold(
            it.getEnvelope(),
            it.getPayment(),
            it.getSalesDay(),
            amount,
            HoldMoves.capture(
                amount.minorUnits(), told(it.getReleased()), told(it.getIncremented())));
      }
      case PaymentVoided it ->
          hold(
              it.getEnvelope(),
              it.getPayment(),
              it.getSalesDay(),
              WireMoney.read(it.getAmount()),
              HoldMoves.end(told(it.getReleased()), told(it.getIncremented())));
      case PaymentExpired it -> {
        Money released = WireMoney.read(it.getReleased());
        yield hold(
            it.getEnvelope(),
            it.getPayment(),
            it.getSalesDay(),
            released,
            HoldMoves.end(released.minorUnits(), told(it.getIncremented())));
      }
      default -> Optional.empty();
    };
  }

  private static Optional<HoldFact> hold(
      Envelope envelope, PaymentFacts payment, LocalDate day, Money money, HoldMoves moves) {
    HoldFact fact =
        new HoldFact(
            envelope.getEventId(), WireMode.read(payment.getMode()), money.currency(), day, moves);
    return moves.equals(HoldMoves.NONE) ? Optional.empty() : Optional.of(fact);
  }

  private static long told(@Nullable Long minorUnits) {
    return minorUnits == null ? 0 : minorUnits;
  }
}
