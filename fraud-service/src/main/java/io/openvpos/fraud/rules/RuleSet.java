package io.openvpos.fraud.rules;

import io.openvpos.fraud.rules.judging.RuleDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of the rules. Its rules never change: a change is another version.
///
/// @param number from 1
/// @param note what is different, in the author's words
/// @param approval null until another person approved it
public record RuleSet(
    int number,
    String note,
    List<RuleDefinition> rules,
    String author,
    Instant createdAt,
    @Nullable Approval approval) {

  public RuleSet {
    rules = List.copyOf(rules);
  }

  /// Who let it go into force.
  public record Approval(String by, Instant at) {}
}
