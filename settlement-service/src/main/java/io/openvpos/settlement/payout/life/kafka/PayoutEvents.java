package io.openvpos.settlement.payout.life.kafka;

import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.settlement.Payout;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import io.openvpos.schemas.settlement.PayoutRejected;
import io.openvpos.schemas.settlement.PayoutReturned;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.life.LifeStatus;
import io.openvpos.settlement.payout.life.PayoutLife;
import io.openvpos.settlement.payout.life.PayoutLife.Step;
import io.openvpos.settlement.payout.life.PayoutLives;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads what settlement told of payouts.
final class PayoutEvents {

  private PayoutEvents() {}

  /// Empty for any other fact, such as a movement of a reserve.
  static Optional<PayoutLives.Event> read(Object record) {
    return switch (record) {
      case PayoutInstructed told ->
          Optional.of(
              event(
                  life(
                      told.getPayout(),
                      told.getIban(),
                      told.getBeneficiary(),
                      told.getExecutionDate()),
                  told.getEnvelope(),
                  new Told(LifeStatus.INSTRUCTED, told.getPayout().getSalesDay(), null)));
      case PayoutConfirmed told ->
          Optional.of(later(told.getPayout(), told.getEnvelope(), LifeStatus.CONFIRMED, null));
      case PayoutRejected told ->
          Optional.of(
              later(told.getPayout(), told.getEnvelope(), LifeStatus.REJECTED, told.getReason()));
      case PayoutReturned told ->
          Optional.of(
              later(told.getPayout(), told.getEnvelope(), LifeStatus.RETURNED, told.getReason()));
      default -> Optional.empty();
    };
  }

  private record Told(LifeStatus status, LocalDate salesDay, @Nullable String reason) {}

  private static PayoutLives.Event later(
      Payout payout, Envelope envelope, LifeStatus status, @Nullable String reason) {
    return event(
        life(payout, "", "", null), envelope, new Told(status, payout.getSalesDay(), reason));
  }

  private static PayoutLives.Event event(PayoutLife life, Envelope envelope, Told told) {
    return new PayoutLives.Event(
        life,
        Math.toIntExact(envelope.getAggregateVersion()),
        new Step(told.status(), told.salesDay(), envelope.getOccurredAt(), told.reason()));
  }

  private static PayoutLife life(
      Payout payout, String iban, String beneficiary, @Nullable LocalDate executionDate) {
    return new PayoutLife(
        payout.getPayoutId(),
        new Head(
            payout.getMerchantId(),
            WireMode.read(payout.getMode()),
            payout.getAmount().getCurrency()),
        payout.getSalesDay(),
        payout.getAmount().getMinorUnits(),
        iban,
        beneficiary,
        executionDate,
        List.of());
  }
}
