package io.openvpos.settlement.report.settlement;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.report.settlement.BalanceStore.Kept;
import java.time.LocalDate;
import java.util.Optional;

/// Opening and closing of a head's days: the sum of everything before, made short by the closings
/// that are kept of days gone by. What is kept is a sum of closed days, so it is never wrong and
/// may be lost.
public final class Balances {

  private final BalanceStore store;

  public Balances(BalanceStore store) {
    this.store = store;
  }

  /// Of a batch whose day is closed.
  ///
  /// @param paid by the close of its day
  /// @param converted by it, into this head less out of it
  public Balance of(Batch batch, long paid, long converted) {
    Balance balance =
        new Balance(
            batch.head(),
            batch.day(),
            opening(batch.head(), batch.day()),
            batch.figures().net(),
            converted,
            paid);
    store.keep(batch.head(), new Kept(batch.day(), balance.closing()));
    return balance;
  }

  private long opening(Head head, LocalDate day) {
    Optional<Kept> kept = store.newestBefore(head, day);
    LocalDate after = kept.map(Kept::day).orElse(null);
    long since =
        Math.subtractExact(
            Math.addExact(store.net(head, after, day), store.converted(head, after, day)),
            store.paid(head, after, day));
    return Math.addExact(kept.map(Kept::closing).orElse(0L), since);
  }
}
