package io.openvpos.fraud.rules;

import io.openvpos.fraud.rules.RuleSet.Approval;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Takes a version from draft to force. Each step is one compare-and-set; repeating it changes
/// nothing.
public final class RuleSetDesk {

  private final RuleSets sets;
  private final Clock clock;

  public RuleSetDesk(RuleSets sets, Clock clock) {
    this.sets = sets;
    this.clock = clock;
  }

  /// The next version, as a draft.
  ///
  /// @param definitions checked
  public RuleSet create(String note, List<RuleDefinition> definitions, String author) {
    while (true) {
      RuleSet set =
          new RuleSet(sets.newest() + 1, note, definitions, author, clock.instant(), null);
      if (sets.add(set)) {
        return set;
      }
    }
  }

  /// Why a step is refused, as a problem's code; empty if it was done or had been.
  public Optional<String> shadow(RuleSet set, String by) {
    return publish(
        now -> now.isInShadow(set.number()),
        now -> now.isLive(set.number()) ? "rule_set_is_live" : null,
        now -> now.inShadow(set.number(), by, clock.instant()));
  }

  /// By somebody who did not write it.
  public Optional<String> approve(RuleSet set, String by) {
    if (set.author().equals(by)) {
      return Optional.of("own_rule_set");
    }
    sets.approve(set.number(), new Approval(by, clock.instant()));
    return Optional.empty();
  }

  /// Puts an approved version that was tried in shadow in the place of the live one. An earlier
  /// version that was live comes back the same way.
  public Optional<String> activate(RuleSet set, String by) {
    if (set.approval() == null) {
      return Optional.of("rule_set_not_approved");
    }
    return publish(
        now -> now.isLive(set.number()),
        now -> now.wasInShadow(set.number()) ? null : "rule_set_not_tried",
        now -> now.activated(set.number(), by, clock.instant()));
  }

  /// Takes it out of force or shadow; one person may, because a rule that declines everybody must
  /// end at once.
  public Optional<String> deactivate(RuleSet set, String by) {
    return publish(
        now -> false,
        now ->
            now.isLive(set.number()) || now.isInShadow(set.number())
                ? null
                : "rule_set_not_in_force",
        now -> now.without(set.number(), by, clock.instant()));
  }

  private Optional<String> publish(
      Question done, Refusal refusal, UnaryOperator<Publication> change) {
    while (true) {
      Publication now = sets.publication();
      if (done.holds(now)) {
        return Optional.empty();
      }
      String refused = refusal.of(now);
      if (refused != null) {
        return Optional.of(refused);
      }
      if (sets.publish(change.apply(now))) {
        return Optional.empty();
      }
    }
  }

  private interface Question {
    boolean holds(Publication now);
  }

  private interface Refusal {
    @Nullable String of(Publication now);
  }
}
