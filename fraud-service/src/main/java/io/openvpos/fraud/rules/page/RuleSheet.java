package io.openvpos.fraud.rules.page;

import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.reading.RuleSetRequests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rules of a version as one text that a person edits:
///
/// ```
/// rule night_new_card: score 20
/// when: hour < 6
///   && card_days_known < 1
/// tr: Gece, yeni kart
/// en: At night, new card
/// ```
///
/// A line that begins with a space goes on with the one before; lines that begin with `#` and empty
/// lines say nothing.
final class RuleSheet {

  /// Where a part of a rule stands in the text.
  ///
  /// @param line from 1
  /// @param column of the first character of its value, from 1
  record Place(int line, int column) {}

  private static final List<String> PARTS = List.of("when", "tr", "en");

  /// One rule as it was typed.
  private static final class Typed {
    private final Map<String, String> values = new HashMap<>();
    private final Map<String, Place> places = new HashMap<>();
  }

  private final List<Typed> rules = new ArrayList<>();
  private final List<Place> strays = new ArrayList<>();
  private String last = "";
  private int silent;

  private RuleSheet() {}

  static RuleSheet parse(String text) {
    RuleSheet sheet = new RuleSheet();
    String[] lines = text.replace("\r\n", "\n").split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      sheet.take(lines[i], i + 1);
    }
    return sheet;
  }

  static String write(List<RuleDefinition> rules) {
    StringBuilder text = new StringBuilder();
    for (RuleDefinition rule : rules) {
      text.append(text.isEmpty() ? "" : "\n")
          .append("rule " + rule.code() + ": " + rule.action().code())
          .append(rule.action() == RuleAction.SCORE ? " " + rule.points() : "")
          .append("\nwhen: " + rule.when().replaceAll("\n(?=\\S)", "\n  "))
          .append("\ntr: " + rule.textTr())
          .append("\nen: " + rule.textEn())
          .append("\n");
    }
    return text.toString();
  }

  /// The first line that belongs to no rule; empty if there is none.
  Optional<Place> stray() {
    return strays.stream().findFirst();
  }

  RuleSetRequests.Create wish(String note) {
    List<RuleSetRequests.@Nullable Rule> wished = new ArrayList<>();
    rules.forEach(rule -> wished.add(wish(rule)));
    return new RuleSetRequests.Create(note, wished);
  }

  private static RuleSetRequests.Rule wish(Typed rule) {
    String[] action = rule.values.getOrDefault("action", "").split(" +", 2);
    return new RuleSetRequests.Rule(
        rule.values.get("rule"),
        rule.values.get("when"),
        action[0],
        action.length < 2 ? null : points(action[1]),
        rule.values.get("tr"),
        rule.values.get("en"));
  }

  /// Where the part that a pointer of [#wish] names begins; a part left out is where its rule is.
  ///
  /// @param pointer such as `/rules/0/when`
  Optional<Place> place(String pointer) {
    String[] steps = pointer.split("/", -1);
    if (steps.length < 3 || !steps[1].equals("rules")) {
      return Optional.empty();
    }
    Typed rule = rules.get(Integer.parseInt(steps[2]));
    String part = steps.length < 4 ? "rule" : part(steps[3]);
    Place there = rule.places.get(part);
    return Optional.ofNullable(there == null ? rule.places.get("rule") : there);
  }

  private static String part(String field) {
    return switch (field) {
      case "when" -> "when";
      case "text_tr" -> "tr";
      case "text_en" -> "en";
      case "action", "points" -> "action";
      default -> "rule";
    };
  }

  /// −1, which is no points, for what is no number.
  private static int points(String typed) {
    return typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : -1;
  }

  private void take(String line, int number) {
    if (line.isBlank() || line.startsWith("#")) {
      silent++;
      return;
    }
    if (Character.isWhitespace(line.charAt(0)) && !last.isEmpty()) {
      // Lines between that say nothing stay lines, so that faults are told where they stand.
      String onward = "\n".repeat(silent + 1) + line;
      rules.getLast().values.merge(last, onward, String::concat);
      silent = 0;
      return;
    }
    silent = 0;
    int colon = line.indexOf(':');
    String name = colon < 0 ? line : line.substring(0, colon);
    String value = colon < 0 ? "" : line.substring(colon + 1).stripLeading();
    Place place = new Place(number, line.length() - value.length() + 1);
    last = "";
    if (colon > 0 && name.startsWith("rule ")) {
      Typed rule = new Typed();
      rule.values.put("rule", name.substring("rule ".length()).strip());
      rule.places.put("rule", new Place(number, 1));
      rule.values.put("action", value.strip());
      rule.places.put("action", place);
      rules.add(rule);
    } else if (colon > 0 && PARTS.contains(name) && isFree(name)) {
      rules.getLast().values.put(name, value);
      rules.getLast().places.put(name, place);
      last = name;
    } else {
      strays.add(new Place(number, 1));
    }
  }

  private boolean isFree(String part) {
    return !rules.isEmpty() && !rules.getLast().values.containsKey(part);
  }
}
