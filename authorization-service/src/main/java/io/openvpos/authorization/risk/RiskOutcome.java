package io.openvpos.authorization.risk;

import java.util.List;

/// The answer to a [RiskQuery].
///
/// @param score 0 (safe) to 100; 0 if timed out
/// @param reasons stable reason codes, the strongest first, at most three
/// @param timedOut true if no assessment came in time and the merchant's policy decided
public record RiskOutcome(
    RiskDecision decision, int score, List<String> reasons, boolean timedOut) {

  public RiskOutcome {
    reasons = List.copyOf(reasons);
  }
}
