package io.openvpos.settlement.fakes;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.PayoutFact;
import io.openvpos.settlement.payout.domain.ReserveMovement;
import io.openvpos.settlement.payout.domain.ReserveMovement.Kind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What the ledger posts of settlement's own facts.
public final class Entries {

  private static final Instant AT = Instant.parse("2026-11-26T21:00:00Z");

  private Entries() {}

  public static Posted of(Batch batch) {
    return entry(
        Batch.eventId(batch.id()),
        batch.day(),
        batch.head(),
        "batch_close",
        "merchant_pending",
        "merchant_available",
        batch.figures().net());
  }

  public static Posted of(PayoutFact fact) {
    String id = fact.payout().id() + ":" + fact.number();
    Head head = fact.payout().head();
    long amount = fact.payout().amount();
    return switch (fact) {
      case PayoutFact.Instructed _ ->
          entry(
              id,
              fact.salesDay(),
              head,
              "payout_instructed",
              "merchant_available",
              "payout_in_transit",
              amount);
      case PayoutFact.Confirmed _ ->
          entry(
              id,
              fact.salesDay(),
              head,
              "payout_confirmed",
              "payout_in_transit",
              "bank_account",
              amount);
      case PayoutFact.Rejected _ ->
          entry(
              id,
              fact.salesDay(),
              head,
              "payout_rejected",
              "payout_in_transit",
              "merchant_available",
              amount);
      case PayoutFact.Returned _ ->
          entry(
              id,
              fact.salesDay(),
              head,
              "payout_returned",
              "bank_account",
              "merchant_available",
              amount);
    };
  }

  public static Posted of(ReserveMovement moved) {
    boolean held = moved.kind() == Kind.HELD;
    return entry(
        moved.eventId(),
        moved.day(),
        moved.head(),
        held ? "reserve_held" : "reserve_released",
        "merchant_available",
        "merchant_reserve",
        held ? moved.amount() : -moved.amount());
  }

  /// Both halves.
  public static List<Posted> of(Conversion conversion) {
    return List.of(
        entry(
            conversion.entryEventIds().getFirst(),
            conversion.day(),
            conversion.from(),
            "conversion_out",
            "merchant_available",
            "fx_position",
            conversion.sold()),
        entry(
            conversion.entryEventIds().getLast(),
            conversion.day(),
            conversion.to(),
            "conversion_in",
            "fx_position",
            "merchant_available",
            conversion.bought()));
  }

  private static Posted entry(
      String eventId,
      LocalDate day,
      Head head,
      String type,
      String debit,
      String credit,
      long amount) {
    return new Posted(
        eventId,
        head.id() + "|" + eventId,
        day,
        head,
        type,
        Map.of(debit, amount, credit, -amount),
        AT);
  }
}
