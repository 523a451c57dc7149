package io.openvpos.settlement.fx.http;

import io.openvpos.settlement.fx.domain.Rate;
import io.openvpos.settlement.fx.domain.RateTable;
import io.openvpos.settlement.fx.domain.RateTable.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A table of rates.
///
/// @param id `date.version`: what conversions name
/// @param status waiting, in_force, rejected
/// @param sha256 of what it says
/// @param doubtful currencies whose rates are far from those of the table before
record FxRateAnswer(
    String id,
    LocalDate date,
    int version,
    String bulletin,
    String status,
    String sha256,
    List<String> doubtful,
    StepAnswer imported,
    @Nullable StepAnswer decided,
    List<RateAnswer> rates) {

  /// Prices are decimal texts, in lira for `unit` units of the currency.
  record RateAnswer(String currency, int unit, String buying, String selling) {
    static RateAnswer of(Rate rate) {
      return new RateAnswer(
          rate.currency(),
          rate.unit(),
          rate.buying().toPlainString(),
          rate.selling().toPlainString());
    }
  }

  /// Who did it, and when.
  record StepAnswer(String by, Instant at, @Nullable String reason) {
    static StepAnswer of(Step step) {
      return new StepAnswer(step.by(), step.at(), step.reason());
    }
  }

  /// Tables, and the one that counts for the date asked for.
  ///
  /// @param inForce null if there is none for the date, or no date was asked for
  record Page(List<FxRateAnswer> data, @Nullable FxRateAnswer inForce) {}

  static FxRateAnswer of(RateTable table) {
    Step decided = table.decided();
    return new FxRateAnswer(
        table.id(),
        table.sheet().date(),
        table.version(),
        table.sheet().bulletin(),
        table.status().code(),
        table.sha256(),
        table.doubtful(),
        StepAnswer.of(table.imported()),
        decided == null ? null : StepAnswer.of(decided),
        table.sheet().rates().values().stream().map(RateAnswer::of).toList());
  }
}
