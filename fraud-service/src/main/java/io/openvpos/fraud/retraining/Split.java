package io.openvpos.fraud.retraining;

import io.openvpos.fraud.training.VectorRun;
import java.time.LocalDate;

/// Which days (UTC) serve which end: no day serves two, and between two parts a week is left out,
/// so that no run of fraud is on both sides.
///
/// @param training the earlier days
/// @param calibration later ones
/// @param measurement the last
public record Split(Days training, Days calibration, Days measurement) {

  /// Days in a row.
  ///
  /// @param to the day after the last
  public record Days(LocalDate from, LocalDate to) {

    @Override
    public String toString() {
      return from + " to " + to.minusDays(1);
    }
  }

  private static final int BETWEEN = VectorRun.LABEL_DELAY_DAYS;
  private static final int LEAST_TRAINED = 7;

  /// Throws [IllegalArgumentException] where too few days are left to train on.
  ///
  /// @param from first day of training
  /// @param to the day after the last measured
  /// @param heldDays of calibration, and again of measurement
  public static Split of(LocalDate from, LocalDate to, int heldDays) {
    LocalDate measured = to.minusDays(heldDays);
    LocalDate calibrated = measured.minusDays(BETWEEN + heldDays);
    LocalDate trained = calibrated.minusDays(BETWEEN);
    if (heldDays < 1 || trained.minusDays(LEAST_TRAINED).isBefore(from)) {
      int least = LEAST_TRAINED + 2 * (BETWEEN + Math.max(1, heldDays));
      throw new IllegalArgumentException(
          "too short: %s to before %s is less than %d days; with %d held days that is the least"
              .formatted(from, to, least, heldDays));
    }
    return new Split(
        new Days(from, trained),
        new Days(calibrated, measured.minusDays(BETWEEN)),
        new Days(measured, to));
  }

  @Override
  public String toString() {
    return "trained on %s, calibrated on %s, measured on %s"
        .formatted(training, calibration, measurement);
  }
}
