package io.openvpos.settlement.matter;

import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.matter.domain.Proposal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What people do with open matters. Whoever is slower decides again on what is there.
///
/// @param <T> what they are about
public abstract class MatterDesk<T extends OpenMatter<T>> {

  private final Matters<T> matters;
  private final List<String> kinds;
  private final Clock clock;

  /// What came of a request.
  ///
  /// @param <T> what it was about
  public sealed interface Outcome<T> {
    /// As it is stored now.
    record Changed<T>(T to) implements Outcome<T> {}

    /// Its state, or who asks, does not allow it.
    record Refused<T>(String code) implements Outcome<T> {}
  }

  /// @param kinds of what it may have been
  protected MatterDesk(Matters<T> matters, List<String> kinds, Clock clock) {
    this.matters = matters;
    this.kinds = List.copyOf(kinds);
    this.clock = clock;
  }

  /// What a resolution may say that it was.
  public final List<String> kinds() {
    return kinds;
  }

  /// What is wrong with a proposal: codes of field errors by field, none if it can be made.
  public final Map<String, String> faults(Proposal proposal) {
    return proposal.faults(kinds);
  }

  public final Outcome<T> assign(String id, String owner) {
    return change(id, there -> there.assign(owner));
  }

  public final Outcome<T> note(String id, String by, String text) {
    return change(id, there -> there.note(new Matter.Note(clock.instant(), by, text)));
  }

  /// The first of two people says how it ends.
  public final Outcome<T> propose(String id, Proposal proposal, String by) {
    Matter.Resolution proposed =
        new Matter.Resolution(
            proposal.kind(), proposal.adjustmentId(), proposal.note(), by, clock.instant());
    return change(id, there -> there.propose(proposed));
  }

  /// The second one agrees.
  ///
  /// @param read the proposal that was read; if another one waits by now, nothing is confirmed
  public final Outcome<T> confirm(String id, Optional<String> read, String by) {
    return change(id, there -> there.confirm(read, by));
  }

  private Outcome<T> change(String id, Function<Matter, Matter.Outcome> decide) {
    while (true) {
      T read = matters.find(id).orElseThrow();
      switch (decide.apply(read.matter())) {
        case Matter.Outcome.Refused(String code) -> {
          return new Outcome.Refused<>(code);
        }
        case Matter.Outcome.Changed(Matter to) -> {
          T changed = read.with(to);
          if (matters.save(changed)) {
            return new Outcome.Changed<>(changed);
          }
        }
      }
    }
  }
}
