package io.openvpos.fraud.cases.page;

import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.page.PageCaller;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/// Reason codes in words: those of the model, of lists and of built-in rules have texts of their
/// own; those of analysts' rules have the texts of the newest version in force that had the rule.
final class ReasonWords {

  private final RuleSets sets;

  /// Versions never change, so what was read once need not be read again.
  private final ConcurrentMap<Integer, Optional<RuleSet>> read = new ConcurrentHashMap<>();

  ReasonWords(RuleSets sets) {
    this.sets = sets;
  }

  Words in(PageCaller caller) {
    List<Integer> newestFirst =
        sets.publication().steps().reversed().stream()
            .filter(step -> step.action().equals("activate"))
            .map(Publication.Step::number)
            .distinct()
            .toList();
    return new Words(caller, newestFirst);
  }

  /// For one page.
  final class Words {

    private final PageCaller caller;
    private final List<Integer> versions;

    private Words(PageCaller caller, List<Integer> versions) {
      this.caller = caller;
      this.versions = versions;
    }

    /// The code itself where nobody knows it.
    public String of(String code) {
      String key = "reason." + code;
      String text = caller.problemText(key);
      return text.equals(key) ? rule(code).map(this::text).orElse(code) : text;
    }

    private Optional<RuleDefinition> rule(String code) {
      return versions.stream()
          .flatMap(number -> read.computeIfAbsent(number, sets::find).stream())
          .flatMap(set -> set.rules().stream())
          .filter(rule -> rule.code().equals(code))
          .findFirst();
    }

    private String text(RuleDefinition rule) {
      return caller.language().getLanguage().equals("tr") ? rule.textTr() : rule.textEn();
    }
  }
}
