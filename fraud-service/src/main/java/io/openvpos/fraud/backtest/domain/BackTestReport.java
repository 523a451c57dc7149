package io.openvpos.fraud.backtest.domain;

import java.util.List;
import java.util.Map;

/// What a version would have done.
///
/// @param payments judged again
/// @param skipped without a stored vector of today's schema
/// @param complete false where there were more payments than are read
/// @param frauds payments known to be fraud by now
/// @param flagged payments that a rule of the version matched
/// @param fraudFlagged of those, known frauds
/// @param precision share of frauds among the flagged; NaN where none was flagged
/// @param recall share of the flagged among frauds; NaN where there is none
/// @param draft decisions by the version
/// @param decided decisions of then
/// @param fraudBlocked minor units by currency, of frauds that went through and it declines
/// @param goodSalesBlocked payments that went through, are not known as fraud and it declines
/// @param goodBlocked their minor units by currency
public record BackTestReport(
    long payments,
    long skipped,
    boolean complete,
    long frauds,
    long flagged,
    long fraudFlagged,
    double precision,
    double recall,
    Map<String, Long> draft,
    Map<String, Long> decided,
    Map<String, Long> fraudBlocked,
    long goodSalesBlocked,
    Map<String, Long> goodBlocked,
    Overlap overlap,
    List<RuleResult> rules) {

  /// Payments matched by a rule of the version, of today's live one, or of both.
  public record Overlap(long both, long onlyDraft, long onlyLive) {}

  /// What one rule did.
  ///
  /// @param alone matches where no other rule of the version matched
  public record RuleResult(String code, long matches, long frauds, long alone, double precision) {}
}
