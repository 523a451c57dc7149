package io.openvpos.fraud.rules.reading;

import io.openvpos.fraud.features.ReasonCode;
import io.openvpos.fraud.rules.code.CompiledRule;
import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.RuleFields;
import io.openvpos.fraud.rules.syntax.Fault;
import io.openvpos.fraud.scoring.Rule;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks a new version: every rule compiles, or none is kept.
public final class RuleReading {

  static final int MAX_RULES = 200;

  private static final int MAX_TEXT = 200;
  private static final int MAX_NOTE = 500;
  private static final int MAX_POINTS = 100;
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_]{2,47}");
  private static final String LISTS = "block_list_";

  private final List<FieldError> errors = new ArrayList<>();
  private final Set<String> taken = new HashSet<>();

  public RuleReading(RuleBook builtIn) {
    builtIn.rules().stream().map(Rule::code).forEach(taken::add);
    for (ReasonCode code : ReasonCode.values()) {
      taken.add(code.code());
    }
  }

  /// Throws all that is wrong.
  public List<RuleDefinition> read(RuleSetRequests.Create sent) {
    text(sent.note(), MAX_NOTE, "/note");
    List<RuleSetRequests.@Nullable Rule> rules = sent.rules();
    List<RuleDefinition> read = new ArrayList<>();
    if (rules == null) {
      reject("/rules", "required");
    } else if (rules.size() > MAX_RULES) {
      reject("/rules", "too_long");
    } else {
      for (int i = 0; i < rules.size(); i++) {
        RuleSetRequests.Rule rule = rules.get(i);
        if (rule == null) {
          reject("/rules/" + i, "required");
        } else {
          read.add(rule(rule, "/rules/" + i));
        }
      }
    }
    if (!errors.isEmpty()) {
      throw ProblemException.invalid(errors);
    }
    return read;
  }

  private RuleDefinition rule(RuleSetRequests.Rule sent, String at) {
    String code = code(sent.code(), at + "/code");
    String when = when(sent.when(), at + "/when");
    RuleAction action = action(sent.action(), at + "/action");
    int points = points(action, sent.points(), at + "/points");
    return new RuleDefinition(
        code,
        when,
        action,
        points,
        text(sent.textTr(), MAX_TEXT, at + "/text_tr"),
        text(sent.textEn(), MAX_TEXT, at + "/text_en"));
  }

  private String code(@Nullable String code, String pointer) {
    if (code == null || code.isEmpty()) {
      reject(pointer, "required");
      return "";
    }
    if (!CODE.matcher(code).matches() || code.startsWith(LISTS)) {
      reject(pointer, "rule_code");
    } else if (!taken.add(code)) {
      reject(pointer, "rule_code_taken");
    }
    return code;
  }

  private String when(@Nullable String when, String pointer) {
    if (when == null) {
      reject(pointer, "required");
      return "";
    }
    switch (CompiledRule.read(when, RuleFields.vocabulary())) {
      case CompiledRule.Refused(Fault fault) -> {
        List<Object> arguments = new ArrayList<>();
        arguments.add(fault.place().line());
        arguments.add(fault.place().column());
        arguments.addAll(fault.arguments());
        errors.add(new FieldError(pointer, fault.code(), arguments));
      }
      case CompiledRule.Accepted _ -> {
        // Kept as it was written; whoever judges compiles it again.
      }
    }
    return when;
  }

  private RuleAction action(@Nullable String code, String pointer) {
    if (code == null) {
      reject(pointer, "required");
      return RuleAction.REVIEW;
    }
    return RuleAction.of(code)
        .orElseGet(() -> {
          reject(pointer, "rule_action");
          return RuleAction.REVIEW;
        });
  }

  private int points(RuleAction action, @Nullable Integer points, String pointer) {
    int given = points == null ? 0 : points;
    boolean right = action == RuleAction.SCORE ? given >= 1 && given <= MAX_POINTS : given == 0;
    if (!right) {
      reject(pointer, action == RuleAction.SCORE ? "out_of_range" : "rule_points");
    }
    return given;
  }

  private String text(@Nullable String typed, int most, String pointer) {
    String text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      reject(pointer, "required");
    } else if (text.length() > most) {
      reject(pointer, "too_long");
    }
    return text;
  }

  private void reject(String pointer, String code) {
    errors.add(new FieldError(pointer, code, List.of()));
  }
}
