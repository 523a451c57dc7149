package io.openvpos.merchant.profile.domain;

/// What the edge decides by when risk is silent, and a card's limits at this merchant.
///
/// @param floorMinorUnits amounts up to this are approved without an assessment, in minor units
public record RiskPolicy(
    long floorMinorUnits, int attemptsPerMinute, int attemptsPerHour, int attemptsPerDay) {

  public static final RiskPolicy DEFAULT = new RiskPolicy(50_000, 20, 60, 200);

  public boolean valid() {
    return floorMinorUnits >= 0
        && attemptsPerMinute > 0
        && attemptsPerHour > 0
        && attemptsPerDay > 0;
  }
}
