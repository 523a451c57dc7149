package io.openvpos.settlement.bankstatement;

import io.openvpos.settlement.bankstatement.domain.BankDifference;
import io.openvpos.settlement.bankstatement.domain.BankDifference.Note;
import io.openvpos.settlement.bankstatement.domain.BankDifference.Outcome;
import io.openvpos.settlement.bankstatement.domain.BankDifference.Resolution;
import java.time.Clock;
import java.util.function.Function;

/// What people do with exceptions. It moves no money: where money has to move, an adjustment of
/// merchant-service does, by its own four eyes.
public final class DifferenceDesk {

  private final BankDifferences differences;
  private final Clock clock;

  public DifferenceDesk(BankDifferences differences, Clock clock) {
    this.differences = differences;
    this.clock = clock;
  }

  public Outcome assign(String id, String owner) {
    return change(id, there -> there.assign(owner));
  }

  public Outcome note(String id, String by, String text) {
    return change(id, there -> there.note(new Note(clock.instant(), by, text)));
  }

  /// The first of two people says how it ends.
  public Outcome propose(String id, String kind, String note, String by) {
    Resolution proposed = new Resolution(kind, note, by, clock.instant());
    return change(id, there -> there.propose(proposed));
  }

  public Outcome confirm(String id, String by) {
    return change(id, there -> there.confirm(by));
  }

  private Outcome change(String id, Function<BankDifference, Outcome> decide) {
    while (true) {
      Outcome outcome = decide.apply(differences.find(id).orElseThrow());
      if (!(outcome instanceof Outcome.Changed(BankDifference to)) || differences.save(to)) {
        return outcome;
      }
    }
  }
}
