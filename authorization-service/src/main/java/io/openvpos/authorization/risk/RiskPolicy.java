package io.openvpos.authorization.risk;

import io.openvpos.money.Money;
import java.util.List;

/// A merchant's own risk terms: what happens when risk is silent, and how often one card may be
/// tried.
///
/// @param floorMinorUnits amounts up to and including this are approved on silence, in minor units
///   of the payment's currency; larger ones are declined
public record RiskPolicy(
    long floorMinorUnits, int attemptsPerMinute, int attemptsPerHour, int attemptsPerDay) {

  /// The outcome where no assessment came in time.
  public RiskOutcome onSilence(Money amount) {
    return amount.minorUnits() <= floorMinorUnits
        ? new RiskOutcome(RiskDecision.APPROVE, 0, List.of(), true)
        : new RiskOutcome(RiskDecision.DECLINE, 0, List.of("risk_unavailable"), true);
  }
}
