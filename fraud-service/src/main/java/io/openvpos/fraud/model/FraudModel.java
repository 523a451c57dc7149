package io.openvpos.fraud.model;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.features.ReasonCode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A trained model, ready to score.
///
/// @param name its version, as assessments name it
/// @param features those its trees may look at
/// @param card what it was trained on and how well it did, in the order written
public record FraudModel(
    String name,
    List<Feature> features,
    BoostedTrees trees,
    Calibration calibration,
    Map<String, String> card)
    implements ScoringModel {

  private static final int REASONS = ReasonCode.values().length;
  private static final int[] REASON_OF_SLOT =
      FeatureSchema.all().stream().mapToInt(feature -> feature.reason().place()).toArray();

  public FraudModel {
    features = List.copyOf(features);
    card = Collections.unmodifiableMap(new LinkedHashMap<>(card));
  }

  @Override
  public Score score(double[] vector) {
    if (vector.length != FeatureSchema.size()) {
      throw new IllegalArgumentException("a vector of " + vector.length + " values");
    }
    double[] contributions = new double[vector.length];
    double margin = trees.explain(vector, contributions);
    return new Score(calibration.probability(margin), strongest(contributions));
  }

  private static List<ReasonCode> strongest(double[] contributions) {
    double[] byReason = new double[REASONS];
    for (int slot = 0; slot < contributions.length; slot++) {
      byReason[REASON_OF_SLOT[slot]] += contributions[slot];
    }
    return StrongestReasons.of(byReason);
  }
}
