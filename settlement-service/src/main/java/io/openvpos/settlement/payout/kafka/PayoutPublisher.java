package io.openvpos.settlement.payout.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.settlement.CurrencyConverted;
import io.openvpos.schemas.settlement.PayoutConfirmed;
import io.openvpos.schemas.settlement.PayoutInstructed;
import io.openvpos.schemas.settlement.PayoutRejected;
import io.openvpos.schemas.settlement.PayoutReturned;
import io.openvpos.schemas.settlement.ReserveHeld;
import io.openvpos.schemas.settlement.ReserveReleased;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import java.time.LocalDate;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;

/// Writes what happened to a payout or a reserve as it is published. Event id of a payout:
/// `payout:number`.
public final class PayoutPublisher {

  private final AvroCodec codec;

  public PayoutPublisher(AvroCodec codec) {
    this.codec = codec;
  }

  public OutboxEntry publish(PayoutFact fact) {
    Payout payout = fact.payout();
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(payout.id() + ":" + fact.number())
            .setOccurredAt(fact.at())
            .setAggregateVersion(fact.number())
            .setCorrelationId(payout.id())
            .build();
    return new OutboxEntry(
        envelope.getEventId(),
        Topics.PAYOUTS,
        null,
        payout.head().merchantId(),
        codec.encode(Topics.PAYOUTS, wire(fact, envelope)),
        Map.of());
  }

  /// Written in the place of the day's close, like the payout.
  public OutboxEntry publish(ReserveMovement movement) {
    Envelope envelope =
        Envelope.newBuilder()
            .setEventId(movement.eventId())
            .setOccurredAt(movement.at())
            .setAggregateVersion(movement.number())
            .build();
    return new OutboxEntry(
        envelope.getEventId(),
        Topics.PAYOUTS,
        null,
        movement.head().merchantId(),
        codec.encode(Topics.PAYOUTS, wire(movement, envelope)),
        Map.of());
  }

  /// Written in the place of the day's close; the ledger makes two entries of it.
  public OutboxEntry publish(Conversion conversion) {
    Head from = conversion.from();
    CurrencyConverted converted =
        CurrencyConverted.newBuilder()
            .setEnvelope(
                Envelope.newBuilder()
                    .setEventId(conversion.eventId())
                    .setOccurredAt(conversion.at())
                    .setAggregateVersion(1)
                    .build())
            .setMerchantId(from.merchantId())
            .setMode(WireMode.of(from.mode()))
            .setSalesDay(conversion.day())
            .setSold(WireMoney.of(Money.of(conversion.sold(), from.currency())))
            .setBought(WireMoney.of(Money.of(conversion.bought(), conversion.to().currency())))
            .setRate(conversion.price().toPlainString())
            .setUnit(conversion.unit())
            .setRateTable(conversion.rateTable())
            .build();
    return new OutboxEntry(
        conversion.eventId(),
        Topics.PAYOUTS,
        null,
        from.merchantId(),
        codec.encode(Topics.PAYOUTS, converted),
        Map.of());
  }

  private static SpecificRecord wire(ReserveMovement movement, Envelope envelope) {
    Head head = movement.head();
    io.openvpos.schemas.Money amount = WireMoney.of(Money.of(movement.amount(), head.currency()));
    LocalDate releaseOn = movement.releaseOn();
    return releaseOn == null
        ? new ReserveReleased(
            envelope, head.merchantId(), WireMode.of(head.mode()), movement.day(), amount)
        : new ReserveHeld(
            envelope,
            head.merchantId(),
            WireMode.of(head.mode()),
            movement.day(),
            amount,
            releaseOn);
  }

  private static SpecificRecord wire(PayoutFact fact, Envelope envelope) {
    io.openvpos.schemas.settlement.Payout about = about(fact);
    return switch (fact) {
      case PayoutFact.Instructed instructed ->
          PayoutInstructed.newBuilder()
              .setEnvelope(envelope)
              .setPayout(about)
              .setExecutionDate(instructed.payout().executionDate())
              .setIban(instructed.payout().beneficiary().iban())
              .setBeneficiary(instructed.payout().beneficiary().name())
              .build();
      case PayoutFact.Confirmed _ ->
          PayoutConfirmed.newBuilder().setEnvelope(envelope).setPayout(about).build();
      case PayoutFact.Rejected rejected ->
          PayoutRejected.newBuilder()
              .setEnvelope(envelope)
              .setPayout(about)
              .setReason(rejected.reason())
              .build();
      case PayoutFact.Returned returned ->
          PayoutReturned.newBuilder()
              .setEnvelope(envelope)
              .setPayout(about)
              .setReason(returned.reason())
              .build();
    };
  }

  private static io.openvpos.schemas.settlement.Payout about(PayoutFact fact) {
    Payout payout = fact.payout();
    return io.openvpos.schemas.settlement.Payout.newBuilder()
        .setPayoutId(payout.id())
        .setMerchantId(payout.head().merchantId())
        .setMode(WireMode.of(payout.head().mode()))
        .setAmount(WireMoney.of(Money.of(payout.amount(), payout.head().currency())))
        .setSalesDay(fact.salesDay())
        .build();
  }
}
