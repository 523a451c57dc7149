package io.openvpos.fraud.rules.page;

import io.openvpos.fraud.rules.judging.RuleDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a version changes against another, by the codes of rules.
final class RuleDiff {

  private RuleDiff() {}

  /// One rule that is not the same in both.
  ///
  /// @param kind added, removed or changed
  /// @param before empty where it is new
  /// @param after empty where it is gone
  record Change(String kind, String code, String before, String after) {}

  static List<Change> between(List<RuleDefinition> live, List<RuleDefinition> draft) {
    Map<String, RuleDefinition> before = byCode(live);
    Map<String, RuleDefinition> after = byCode(draft);
    List<Change> changes = new ArrayList<>();
    after.forEach((code, rule) -> {
      RuleDefinition was = before.get(code);
      if (was == null) {
        changes.add(new Change("added", code, "", line(rule)));
      } else if (!was.equals(rule)) {
        changes.add(new Change("changed", code, line(was), line(rule)));
      }
    });
    before.forEach((code, rule) -> {
      if (!after.containsKey(code)) {
        changes.add(new Change("removed", code, line(rule), ""));
      }
    });
    return changes;
  }

  private static Map<String, RuleDefinition> byCode(List<RuleDefinition> rules) {
    Map<String, RuleDefinition> byCode = new LinkedHashMap<>();
    rules.forEach(rule -> byCode.put(rule.code(), rule));
    return byCode;
  }

  private static String line(@Nullable RuleDefinition rule) {
    return rule == null ? "" : RuleSheet.write(List.of(rule)).strip();
  }
}
