package io.openvpos.fraud.dashboard.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.openvpos.fraud.dashboard.DashboardReport;
import io.openvpos.money.Mode;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// The dashboard as it is answered. Shares are 0 to 1, null where there is nothing to divide by.
///
/// @param scores payments by score, in bins of five
/// @param days UTC
/// @param hours of the last two days
/// @param quality of all payments that something is known of
/// @param drift population stability index of each feature, the largest first
@JsonInclude(JsonInclude.Include.ALWAYS)
record DashboardAnswer(
    String object,
    String mode,
    List<DashboardReport.ScoreBin> scores,
    List<Period> days,
    List<Period> hours,
    Quality quality,
    List<DashboardReport.Drifted> drift,
    List<Rule> rules,
    List<DashboardReport.ShadowRow> shadow) {

  /// @param start ISO 8601
  record Period(String start, long approved, long reviewed, long challenged, long declined) {}

  /// Flagged is whatever was not approved.
  record Quality(
      long fraudFlagged,
      long fraudPassed,
      long goodFlagged,
      long goodPassed,
      @Nullable Double precision,
      @Nullable Double recall) {}

  /// @param version of the rule set; null for lists
  /// @param meanNanos of a sample at the answering instance; null if none
  record Rule(
      @Nullable String version,
      String code,
      long hits,
      long frauds,
      long good,
      @Nullable Double precision,
      @Nullable Long meanNanos) {}

  static DashboardAnswer of(Mode mode, DashboardReport report) {
    DashboardReport.Quality known = report.quality();
    return new DashboardAnswer(
        "fraud_dashboard",
        mode.code(),
        report.scores(),
        report.byDay().stream().map(DashboardAnswer::period).toList(),
        report.byHour().stream().map(DashboardAnswer::period).toList(),
        new Quality(
            known.fraudFlagged(),
            known.fraudPassed(),
            known.goodFlagged(),
            known.goodPassed(),
            share(known.precision()),
            share(known.recall())),
        report.drift(),
        report.rules().stream().map(DashboardAnswer::rule).toList(),
        report.shadow());
  }

  private static Period period(DashboardReport.Period one) {
    return new Period(
        one.start(), one.approved(), one.reviewed(), one.challenged(), one.declined());
  }

  private static Rule rule(DashboardReport.RuleRow row) {
    return new Rule(
        row.version().isEmpty() ? null : row.version(),
        row.code(),
        row.hits(),
        row.frauds(),
        row.good(),
        share(row.precision()),
        row.meanNanos().isPresent() ? row.meanNanos().getAsLong() : null);
  }

  private static @Nullable Double share(OptionalDouble share) {
    return share.isPresent() ? share.getAsDouble() : null;
  }
}
