package io.openvpos.fraud.backtest.domain;

import io.openvpos.fraud.backtest.domain.Replayed.Known;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.money.Money;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts payments judged again. Confined to one thread.
public final class Tally {

  private static final double NOTHING_TO_DIVIDE = Double.NaN;

  private final Map<String, RuleCount> rules = new LinkedHashMap<>();
  private final Map<String, Long> fraudDeclined = new TreeMap<>();
  private final Map<String, Long> goodDeclined = new TreeMap<>();
  private final long[] draft = new long[Decision.values().length];
  private final long[] decided = new long[Decision.values().length];
  private long payments;
  private long frauds;
  private long flagged;
  private long fraudFlagged;
  private long goodSalesDeclined;
  private long both;
  private long onlyDraft;
  private long onlyLive;

  /// @param codes of the draft's rules, in their order
  public Tally(List<String> codes) {
    codes.forEach(code -> rules.put(code, new RuleCount()));
  }

  private static final class RuleCount {
    private long matches;
    private long frauds;
    private long alone;
  }

  public void add(Replayed payment) {
    payments++;
    boolean fraud = payment.label() == Known.FRAUD;
    frauds += fraud ? 1 : 0;
    draft[place(payment.draft())]++;
    decided[place(payment.decided())]++;
    List<String> hits = payment.draftHits();
    for (String code : hits) {
      RuleCount count = rules.computeIfAbsent(code, unknown -> new RuleCount());
      count.matches++;
      count.frauds += fraud ? 1 : 0;
      count.alone += hits.size() == 1 ? 1 : 0;
    }
    overlap(!hits.isEmpty(), !payment.liveHits().isEmpty());
    if (!hits.isEmpty()) {
      flagged++;
      fraudFlagged += fraud ? 1 : 0;
    }
    declined(payment, fraud);
  }

  /// Only what went through then: a payment declined anyway saves and costs nothing more.
  private void declined(Replayed payment, boolean fraud) {
    if (payment.draft() != Decision.DECLINE || payment.decided() == Decision.DECLINE) {
      return;
    }
    Money amount = payment.amount();
    String currency = amount.currency().getCurrencyCode();
    (fraud ? fraudDeclined : goodDeclined).merge(currency, amount.minorUnits(), Math::addExact);
    goodSalesDeclined += fraud ? 0 : 1;
  }

  private void overlap(boolean byDraft, boolean byLive) {
    both += byDraft && byLive ? 1 : 0;
    onlyDraft += byDraft && !byLive ? 1 : 0;
    onlyLive += !byDraft && byLive ? 1 : 0;
  }

  /// What was counted.
  ///
  /// @param skipped payments whose vector is of another schema, or that have none
  /// @param complete false where there were more payments than are read
  public BackTestReport report(long skipped, boolean complete) {
    return new BackTestReport(
        payments,
        skipped,
        complete,
        frauds,
        flagged,
        fraudFlagged,
        ratio(fraudFlagged, flagged),
        ratio(fraudFlagged, frauds),
        decisions(draft),
        decisions(decided),
        Collections.unmodifiableMap(new TreeMap<>(fraudDeclined)),
        goodSalesDeclined,
        Collections.unmodifiableMap(new TreeMap<>(goodDeclined)),
        new BackTestReport.Overlap(both, onlyDraft, onlyLive),
        rules.entrySet().stream()
            .map(rule ->
                new BackTestReport.RuleResult(
                    rule.getKey(),
                    rule.getValue().matches,
                    rule.getValue().frauds,
                    rule.getValue().alone,
                    ratio(rule.getValue().frauds, rule.getValue().matches)))
            .toList());
  }

  private static Map<String, Long> decisions(long[] counts) {
    Map<String, Long> decisions = new LinkedHashMap<>();
    for (Decision decision : Decision.values()) {
      decisions.put(decision.code(), counts[place(decision)]);
    }
    return decisions;
  }

  private static double ratio(long part, long whole) {
    return whole == 0 ? NOTHING_TO_DIVIDE : (double) part / whole;
  }

  private static int place(Decision decision) {
    return switch (decision) {
      case APPROVE -> 0;
      case REVIEW -> 1;
      case CHALLENGE -> 2;
      case DECLINE -> 3;
    };
  }
}
