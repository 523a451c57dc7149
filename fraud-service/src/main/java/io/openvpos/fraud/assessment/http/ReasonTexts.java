package io.openvpos.fraud.assessment.http;

import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.http.AssessmentView.Reason;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.fraud.rules.judging.Ruling;
import io.openvpos.messaging.http.Languages;
import io.openvpos.messaging.http.Messages;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reason codes in words: those of the model, of lists and of built-in rules have texts of their
/// own; those of analysts' rules have the texts of the version that judged.
record ReasonTexts(Messages messages, RuleSets sets) {

  List<Reason> of(Assessment assessment) {
    List<String> codes = assessment.score().reasons();
    List<RuleDefinition> rules =
        codes.stream().allMatch(this::isOwn) ? List.of() : rules(assessment.ruling());
    return codes.stream().map(code -> isOwn(code) ? ownText(code) : text(code, rules)).toList();
  }

  Reason ownText(String code) {
    return new Reason(code, text(code, Languages.TURKISH), text(code, Locale.ENGLISH));
  }

  private static Reason text(String code, List<RuleDefinition> rules) {
    return rules.stream()
        .filter(rule -> rule.code().equals(code))
        .findFirst()
        .map(rule -> new Reason(code, rule.textTr(), rule.textEn()))
        .orElse(new Reason(code, code, code));
  }

  private List<RuleDefinition> rules(@Nullable Ruling ruling) {
    return Optional.ofNullable(ruling)
        .map(Ruling::live)
        .flatMap(live -> sets.find(live.version()))
        .map(set -> set.rules())
        .orElse(List.of());
  }

  private boolean isOwn(String code) {
    return !text(code, Locale.ENGLISH).equals("reason." + code);
  }

  private String text(String code, Locale language) {
    return messages.text("reason." + code, language);
  }
}
