package io.openvpos.merchant.profile.domain;

/// What the edge decides by when risk is silent, and a card's limits at this merchant.
///
/// @param floorMinorUnits amounts up to this are approved without an assessment, in minor units
public record RiskPolicy(
    long floorMinorUnits, int attemptsPerMinute, int attemptsPerHour, int attemptsPerDay) {

  /// The largest amount that a payment may have.
  private static final long MAX_FLOOR_MINOR_UNITS = 10_000_000_000L;

  /// More than one card could be tried in a day.
  private static final int MAX_ATTEMPTS = 1_000_000;

  public static final RiskPolicy DEFAULT = new RiskPolicy(50_000, 20, 60, 200);

  public boolean valid() {
    return 0 <= floorMinorUnits
        && floorMinorUnits <= MAX_FLOOR_MINOR_UNITS
        && inRange(attemptsPerMinute)
        && inRange(attemptsPerHour)
        && inRange(attemptsPerDay);
  }

  private static boolean inRange(int attempts) {
    return 1 <= attempts && attempts <= MAX_ATTEMPTS;
  }
}
