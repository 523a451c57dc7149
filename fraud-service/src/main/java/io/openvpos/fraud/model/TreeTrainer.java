package io.openvpos.fraud.model;

import io.openvpos.fraud.features.Feature;
import java.util.List;

/// Gradient boosting with logistic loss and second derivatives. One thread, no randomness, sums in
/// row order: equal rows give equal trees, bit for bit.
public final class TreeTrainer {

  private final TrainingSettings settings;
  private final List<Feature> features;
  private final BinnedColumn[] columns;
  private final LabeledRows rows;

  /// @param features those a tree may split on
  public TreeTrainer(TrainingSettings settings, List<Feature> features, LabeledRows rows) {
    if (rows.size() == 0 || rows.fraudCount() == 0 || rows.fraudCount() == rows.size()) {
      throw new IllegalArgumentException(
          "training needs both kinds: " + rows.fraudCount() + " frauds of " + rows.size());
    }
    this.settings = settings;
    this.features = List.copyOf(features);
    this.rows = rows;
    this.columns =
        features.stream()
            .map(each -> BinnedColumn.of(rows.column(each.slot()), settings.maxCuts()))
            .toArray(BinnedColumn[]::new);
  }

  public BoostedTrees train() {
    double[] margins = new double[rows.size()];
    Gradients gradients = new Gradients(rows.size());
    TreeGrower grower = new TreeGrower(settings, features, columns, gradients);
    BoostedTrees.Builder trees = new BoostedTrees.Builder();
    for (int round = 0; round < settings.trees(); round++) {
      for (int row = 0; row < margins.length; row++) {
        gradients.set(row, sigmoid(margins[row]), rows.fraud(row));
      }
      grower.grow(trees, margins);
    }
    return trees.build();
  }

  static double sigmoid(double margin) {
    return 1 / (1 + StrictMath.exp(-margin));
  }
}
