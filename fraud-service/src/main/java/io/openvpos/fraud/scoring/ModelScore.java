package io.openvpos.fraud.scoring;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a model said of one payment, and the vector that it saw: training takes exactly what was
/// served.
///
/// @param model its name
/// @param schema of the vector (its hash)
/// @param probability calibrated, 0 to 1
/// @param reasons codes of what spoke for fraud, the strongest first, at most three
/// @param features in the schema's order
/// @param shadow what the model in shadow said of the same vector; null where there was none
public record ModelScore(
    String model,
    String schema,
    double probability,
    List<String> reasons,
    List<Double> features,
    @Nullable Shadow shadow) {

  /// A probability that decided nothing.
  ///
  /// @param model its name
  public record Shadow(String model, double probability) {}

  private static final int PERCENT = 100;

  public ModelScore {
    reasons = List.copyOf(reasons);
    features = List.copyOf(features);
  }

  /// Without a model in shadow.
  public ModelScore(
      String model,
      String schema,
      double probability,
      List<String> reasons,
      List<Double> features) {
    this(model, schema, probability, reasons, features, null);
  }

  /// The probability on the scale of scores.
  int score() {
    return (int) Math.round(probability * PERCENT);
  }
}
