package io.openvpos.fraud.scoring;

import io.openvpos.money.Money;
import java.util.Map;

/// Where scores turn into decisions, and what counts as a high amount.
///
/// @param reviewAt the lowest score that is reviewed
/// @param declineAt the lowest score that is declined
/// @param highAmountMinorUnits by ISO 4217 code; a currency without one has no high amount
public record ScoringThresholds(
    int reviewAt, int declineAt, Map<String, Long> highAmountMinorUnits) {

  public ScoringThresholds {
    if (reviewAt < 1 || declineAt <= reviewAt || declineAt > RiskScore.HIGHEST) {
      throw new IllegalArgumentException(
          "thresholds must rise: review " + reviewAt + ", decline " + declineAt);
    }
    highAmountMinorUnits = Map.copyOf(highAmountMinorUnits);
  }

  /// The decision of a score.
  public Decision decide(int score) {
    if (score >= declineAt) {
      return Decision.DECLINE;
    }
    return score >= reviewAt ? Decision.REVIEW : Decision.APPROVE;
  }

  boolean isHigh(Money amount) {
    Long threshold = highAmountMinorUnits.get(amount.currency().getCurrencyCode());
    return threshold != null && amount.minorUnits() >= threshold;
  }
}
