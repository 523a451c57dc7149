package io.openvpos.fraud.rules;

import io.openvpos.fraud.rules.judging.RuleAction;
import io.openvpos.fraud.rules.judging.RuleDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Rules to begin with. A service without any version offers them as its first, a draft: they judge
/// nothing until people have tried and approved them.
public final class StarterPack {

  /// Nobody's own: whoever reads it may approve it.
  public static final String AUTHOR = "starter-pack";

  private static final String FILE = "/rules/starter-pack.json";

  private final RuleSets sets;
  private final Clock clock;

  public StarterPack(RuleSets sets, Clock clock) {
    this.sets = sets;
    this.clock = clock;
  }

  private record Pack(String note, List<Entry> rules) {}

  private record Entry(
      String code, String when, String action, int points, String textTr, String textEn) {}

  public static List<RuleDefinition> rules() {
    return pack().rules().stream()
        .map(rule ->
            new RuleDefinition(
                rule.code(),
                rule.when(),
                RuleAction.of(rule.action()).orElseThrow(),
                rule.points(),
                rule.textTr(),
                rule.textEn()))
        .toList();
  }

  /// Two services that start at once want the same number; one of them has it.
  void offer() {
    if (sets.newest() == 0) {
      sets.add(new RuleSet(1, pack().note(), rules(), AUTHOR, clock.instant(), null));
    }
  }

  private static Pack pack() {
    try (InputStream file = StarterPack.class.getResourceAsStream(FILE)) {
      if (file == null) {
        throw new IllegalStateException(FILE + " is missing");
      }
      return JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .build()
          .readValue(file, Pack.class);
    } catch (IOException e) {
      throw new UncheckedIOException(FILE, e);
    }
  }
}
