package io.openvpos.fraud.scoring;

import java.util.List;

/// The result of scoring.
///
/// @param score 0 (safe) to 100
/// @param reasons codes of the rules that spoke, the strongest first, at most [#MOST_REASONS]
public record RiskScore(Decision decision, int score, List<String> reasons) {

  public static final int MOST_REASONS = 3;
  public static final int HIGHEST = 100;

  public RiskScore {
    if (score < 0 || score > HIGHEST || reasons.size() > MOST_REASONS) {
      throw new IllegalArgumentException("not a risk score: " + score + " " + reasons);
    }
    reasons = List.copyOf(reasons);
  }
}
