package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.Head;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Money held back from a merchant or given back, when a day is taken in. At most one of each kind
/// for a head and day, so its event id follows from those.
///
/// @param amount in minor units, above zero
/// @param at the day's cut-off
/// @param releaseOn of what is held: given back by the first payment day that is not before it
public record ReserveMovement(
    Head head, LocalDate day, Kind kind, long amount, Instant at, @Nullable LocalDate releaseOn) {

  /// Which way it moves.
  public enum Kind {
    HELD,
    RELEASED
  }

  public ReserveMovement {
    if (amount <= 0 || (kind == Kind.HELD) != (releaseOn != null)) {
      throw new IllegalStateException("a reserve movement of " + amount + ", " + kind);
    }
  }

  /// `day.merchant.mode.currency.reserve:number`; the end of the day waits for it.
  public String eventId() {
    return BatchId.of(day, head) + ".reserve:" + number();
  }

  public int number() {
    return kind == Kind.HELD ? 1 : 2;
  }
}
