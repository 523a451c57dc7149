package io.openvpos.fraud.cases.page;

import io.openvpos.fraud.rules.Publication;
import io.openvpos.fraud.rules.RuleSet;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import io.openvpos.page.PageCaller;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/// Reason codes in words: those of the model, of lists and of built-in rules have texts of their
/// own; those of analysts' rules have the texts of the newest version in force that had the rule.
final class ReasonWords {

  private final RuleSets sets;

  /// Versions never change, so what was read once need not be read again.
  private final ConcurrentMap<Integer, Optional<RuleSet>> read = new ConcurrentHashMap<>();

  ReasonWords(RuleSets sets) {
    this.sets = sets;
  }

  /// For one page. They are looked up here: where a page is written, nothing may be waited for.
  ///
  /// @param codes that the page shows
  Words in(PageCaller caller, Stream<String> codes) {
    List<Integer> newestFirst =
        sets.publication().steps().reversed().stream()
            .filter(step -> step.action().equals("activate"))
            .map(Publication.Step::number)
            .distinct()
            .toList();
    Map<String, String> words = new HashMap<>();
    codes
        .distinct()
        .forEach(code -> {
          String key = "reason." + code;
          String text = caller.problemText(key);
          words.put(
              code,
              text.equals(key)
                  ? rule(code, newestFirst).map(rule -> text(rule, caller)).orElse(code)
                  : text);
        });
    return new Words(words);
  }

  private Optional<RuleDefinition> rule(String code, List<Integer> versions) {
    return versions.stream()
        .flatMap(number -> read.computeIfAbsent(number, sets::find).stream())
        .flatMap(set -> set.rules().stream())
        .filter(rule -> rule.code().equals(code))
        .findFirst();
  }

  private static String text(RuleDefinition rule, PageCaller caller) {
    return caller.language().getLanguage().equals("tr") ? rule.textTr() : rule.textEn();
  }

  /// What a page says of its codes.
  record Words(Map<String, String> byCode) {

    Words {
      byCode = Map.copyOf(byCode);
    }

    /// The code itself where nobody knows it.
    public String of(String code) {
      return byCode.getOrDefault(code, code);
    }
  }
}
