package io.openvpos.fraud.model;

/// From margins to probabilities by a logistic curve (Platt): two numbers, strictly rising, so that
/// it never makes two different margins equal.
///
/// @param slope positive
public record Calibration(double slope, double intercept) {

  private static final int ROUNDS = 100;
  private static final double CLOSE_ENOUGH = 1e-10;

  public static final Calibration NONE = new Calibration(1, 0);

  public Calibration {
    if (!(slope > 0) || Double.isInfinite(slope) || !Double.isFinite(intercept)) {
      throw new IllegalArgumentException("no calibration: " + slope + ", " + intercept);
    }
  }

  public double probability(double margin) {
    return TreeTrainer.sigmoid(slope * margin + intercept);
  }

  /// By Newton's method on held-out rows, with Platt's softened targets.
  public static Calibration fit(BoostedTrees trees, LabeledRows rows) {
    double positive = rows.fraudCount();
    double negative = rows.size() - positive;
    double high = (positive + 1) / (positive + 2);
    double low = 1 / (negative + 2);
    double[] margins = new double[rows.size()];
    for (int row = 0; row < margins.length; row++) {
      margins[row] = trees.margin(rows.vector(row));
    }
    double slope = 1;
    double intercept = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double gs = 0;
      double gi = 0;
      double hss = 1e-9;
      double hsi = 0;
      double hii = 1e-9;
      for (int row = 0; row < margins.length; row++) {
        double probability = TreeTrainer.sigmoid(slope * margins[row] + intercept);
        double error = probability - (rows.fraud(row) ? high : low);
        double weight = probability * (1 - probability);
        gs += error * margins[row];
        gi += error;
        hss += weight * margins[row] * margins[row];
        hsi += weight * margins[row];
        hii += weight;
      }
      double determinant = hss * hii - hsi * hsi;
      double ds = (hii * gs - hsi * gi) / determinant;
      double di = (hss * gi - hsi * gs) / determinant;
      slope = Math.max(1e-3, slope - ds);
      intercept -= di;
      if (Math.abs(ds) + Math.abs(di) < CLOSE_ENOUGH) {
        break;
      }
    }
    return new Calibration(slope, intercept);
  }
}
