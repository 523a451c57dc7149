package io.openvpos.fraud.rules.http;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSet.Approval;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A version of the rules as analysts read it.
///
/// @param state draft, approved, shadow, live or retired
/// @param history what was done with it, the oldest first
record RuleSetAnswer(
    String object,
    String id,
    String state,
    String note,
    String author,
    @JsonFormat(shape = JsonFormat.Shape.STRING) Instant createdAt,
    @Nullable String approvedBy,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable Instant approvedAt,
    List<Rule> rules,
    List<Step> history) {

  /// The newest versions first, and whether there are more.
  record Page(List<RuleSetAnswer> data, boolean hasMore) {}

  /// @param points of score only
  record Rule(String code, String when, String action, int points, String textTr, String textEn) {}

  /// @param action shadow, activate or deactivate
  record Step(String action, String by, @JsonFormat(shape = JsonFormat.Shape.STRING) Instant at) {}

  /// A name that rules may speak of.
  ///
  /// @param type bool, int, double or string
  record Field(String name, String type, String description) {}

  /// @param lists names for `on_list`
  record Fields(List<Field> data, List<String> lists) {}

  static RuleSetAnswer of(RuleSet set, Publication publication) {
    Approval approval = set.approval();
    return new RuleSetAnswer(
        "rule_set",
        String.valueOf(set.number()),
        publication.stateOf(set),
        set.note(),
        set.author(),
        set.createdAt(),
        approval == null ? null : approval.by(),
        approval == null ? null : approval.at(),
        set.rules().stream().map(RuleSetAnswer::rule).toList(),
        publication.steps().stream()
            .filter(step -> step.number() == set.number())
            .map(step -> new Step(step.action(), step.by(), step.at()))
            .toList());
  }

  private static Rule rule(RuleDefinition rule) {
    return new Rule(
        rule.code(),
        rule.when(),
        rule.action().code(),
        rule.points(),
        rule.textTr(),
        rule.textEn());
  }
}
