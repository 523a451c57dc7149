package io.openvpos.fraud.model;

/// How trees are grown.
///
/// @param trees boosting rounds
/// @param depth levels of splits
/// @param learningRate what part of each tree's answer is taken
/// @param lambda L2 regularisation of leaf values
/// @param minHessian least sum of second derivatives in a leaf (0.25 a row at the start)
/// @param maxCuts per feature; up to so many distinct values the search is exact
public record TrainingSettings(
    int trees, int depth, double learningRate, double lambda, double minHessian, int maxCuts) {

  /// Chosen on validation weeks of the published data (docs/model-card.md), never on test weeks.
  public static final TrainingSettings STANDARD = new TrainingSettings(150, 4, 0.05, 3, 3, 8_000);

  /// For the shipped model: few cuts keep its file small and its trees readable.
  public static final TrainingSettings SERVED = new TrainingSettings(200, 4, 0.05, 3, 3, 64);

  public TrainingSettings {
    if (trees < 1 || depth < 1 || depth > 12 || maxCuts < 1 || maxCuts > 60_000) {
      throw new IllegalArgumentException("trees " + trees + ", depth " + depth + ", " + maxCuts);
    }
    if (!(learningRate > 0) || !(lambda >= 0) || !(minHessian > 0)) {
      throw new IllegalArgumentException(
          "rate " + learningRate + ", lambda " + lambda + ", hessian " + minHessian);
    }
  }

  /// As a model file records them.
  public String described() {
    return "trees=%d depth=%d rate=%s lambda=%s min_hessian=%s max_cuts=%d"
        .formatted(trees, depth, learningRate, lambda, minHessian, maxCuts);
  }
}
