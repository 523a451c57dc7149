package io.openvpos.fraud.scoring;

import java.util.List;

/// What a model said of one payment, and the vector that it saw: training takes exactly what was
/// served.
///
/// @param model its name
/// @param schema of the vector (its hash)
/// @param probability calibrated, 0 to 1
/// @param reasons codes of what spoke for fraud, the strongest first, at most three
/// @param features in the schema's order
public record ModelScore(
    String model, String schema, double probability, List<String> reasons, List<Double> features) {

  private static final int PERCENT = 100;

  public ModelScore {
    reasons = List.copyOf(reasons);
    features = List.copyOf(features);
  }

  /// The probability on the scale of scores.
  int score() {
    return (int) Math.round(probability * PERCENT);
  }
}
