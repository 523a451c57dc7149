package io.openvpos.fraud.rules;

import java.util.List;
import java.util.Optional;

/// All versions of the rules, and which is in force.
public interface RuleSets {

  /// False if the number is taken.
  boolean add(RuleSet set);

  Optional<RuleSet> find(int number);

  /// The newest first.
  ///
  /// @param before only lower numbers
  List<RuleSet> page(int before, int limit);

  /// The highest number there is, 0 for none.
  int newest();

  /// False if it was approved before; that approval stands.
  boolean approve(int number, RuleSet.Approval approval);

  Publication publication();

  /// False if another change came first.
  boolean publish(Publication next);
}
