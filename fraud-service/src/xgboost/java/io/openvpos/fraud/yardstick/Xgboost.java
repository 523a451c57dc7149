package io.openvpos.fraud.yardstick;

import io.openvpos.fraud.benchmark.Yardstick;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.model.LabeledRows;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/// XGBoost4J with the exact method: 100 trees of depth 3 at 0.1, starting at even odds, since the
/// base rate would make its least child weight mean hundreds of rows.
public final class Xgboost implements Yardstick {

  private static final int TREES = 100;
  private static final Map<String, Object> SETTINGS =
      Map.of(
          "objective",
          "binary:logistic",
          "tree_method",
          "exact",
          "max_depth",
          3,
          "eta",
          0.1,
          "base_score",
          0.5,
          "nthread",
          1,
          "seed",
          0,
          "verbosity",
          0);

  @Override
  public String name() {
    return "XGBoost exact";
  }

  @Override
  public double[] scores(LabeledRows training, List<Feature> features, List<double[]> tests) {
    try {
      List<double[]> rows = IntStream.range(0, training.size()).mapToObj(training::vector).toList();
      DMatrix train = matrix(rows, features);
      float[] labels = new float[training.size()];
      for (int row = 0; row < labels.length; row++) {
        labels[row] = training.fraud(row) ? 1 : 0;
      }
      train.setLabel(labels);
      Booster booster = XGBoost.train(train, SETTINGS, TREES, Map.of(), null, null);
      float[][] margins = booster.predict(matrix(tests, features), true);
      double[] scores = new double[margins.length];
      for (int row = 0; row < scores.length; row++) {
        scores[row] = margins[row][0];
      }
      return scores;
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost: " + e.getMessage(), e);
    }
  }

  private static DMatrix matrix(List<double[]> vectors, List<Feature> features)
      throws XGBoostError {
    float[] values = new float[vectors.size() * features.size()];
    int place = 0;
    for (double[] vector : vectors) {
      for (Feature feature : features) {
        values[place++] = (float) vector[feature.slot()];
      }
    }
    return new DMatrix(values, vectors.size(), features.size(), Float.NaN);
  }
}
