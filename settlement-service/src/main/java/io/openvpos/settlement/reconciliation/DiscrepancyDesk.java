package io.openvpos.settlement.reconciliation;

import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Note;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Outcome;
import io.openvpos.settlement.reconciliation.domain.Discrepancy.Resolution;
import java.time.Clock;
import java.util.function.Function;

/// What people do with exceptions. It moves no money: where money has to move, an adjustment of
/// merchant-service does, by its own four eyes, and the resolution names it.
public final class DiscrepancyDesk {

  private final Discrepancies discrepancies;
  private final Clock clock;

  public DiscrepancyDesk(Discrepancies discrepancies, Clock clock) {
    this.discrepancies = discrepancies;
    this.clock = clock;
  }

  public Outcome assign(String id, String owner) {
    return change(id, there -> there.assign(owner));
  }

  public Outcome note(String id, String by, String text) {
    return change(id, there -> there.note(new Note(clock.instant(), by, text)));
  }

  /// The first of two people says how it ends.
  ///
  /// @param kind `explained`, `network_corrects` or `adjusted`
  public Outcome propose(String id, String kind, String adjustmentId, String note, String by) {
    Resolution proposed = new Resolution(kind, adjustmentId, note, by, clock.instant());
    return change(id, there -> there.propose(proposed));
  }

  public Outcome confirm(String id, String by) {
    return change(id, there -> there.confirm(by));
  }

  private Outcome change(String id, Function<Discrepancy, Outcome> decide) {
    while (true) {
      Outcome outcome = decide.apply(discrepancies.find(id).orElseThrow());
      if (!(outcome instanceof Outcome.Changed(Discrepancy to)) || discrepancies.save(to)) {
        return outcome;
      }
    }
  }
}
