package io.openvpos.fraud.backtest.http;

import io.openvpos.fraud.backtest.domain.BackTestReport;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A back-test as analysts read it. Shares are 0 to 1, null where there is nothing to divide by;
/// amounts are minor units by currency.
///
/// @param complete false where there were more payments than are read
/// @param frauds payments known to be fraud by now; young ones may become known yet
/// @param flagged payments that a rule of the version matched
/// @param fraudBlocked of frauds that went through and the version declines
/// @param goodSalesBlocked payments that went through, are not known as fraud and it declines
record BackTestAnswer(
    String object,
    String ruleSet,
    int days,
    long payments,
    long skipped,
    boolean complete,
    long frauds,
    long flagged,
    long fraudFlagged,
    @Nullable Double precision,
    @Nullable Double recall,
    Map<String, Long> decisions,
    Map<String, Long> decisionsThen,
    Map<String, Long> fraudBlocked,
    long goodSalesBlocked,
    Map<String, Long> goodBlocked,
    Overlap overlap,
    List<RuleResult> rules) {

  /// Payments matched by a rule of the version, of today's live one, or of both.
  record Overlap(long both, long onlyThis, long onlyLive) {

    static Overlap of(BackTestReport.Overlap counted) {
      return new Overlap(counted.both(), counted.onlyDraft(), counted.onlyLive());
    }
  }

  /// @param alone matches where no other rule of the version matched
  record RuleResult(
      String code, long matches, long frauds, long alone, @Nullable Double precision) {}

  static BackTestAnswer of(int number, int days, BackTestReport report) {
    return new BackTestAnswer(
        "back_test",
        String.valueOf(number),
        days,
        report.payments(),
        report.skipped(),
        report.complete(),
        report.frauds(),
        report.flagged(),
        report.fraudFlagged(),
        share(report.precision()),
        share(report.recall()),
        report.draft(),
        report.decided(),
        report.fraudBlocked(),
        report.goodSalesBlocked(),
        report.goodBlocked(),
        Overlap.of(report.overlap()),
        report.rules().stream()
            .map(rule ->
                new RuleResult(
                    rule.code(),
                    rule.matches(),
                    rule.frauds(),
                    rule.alone(),
                    share(rule.precision())))
            .toList());
  }

  static @Nullable Double share(double share) {
    return Double.isNaN(share) ? null : share;
  }
}
