package io.openvpos.fraud.model;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.features.ReasonCode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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
    Map<String, String> card) {

  private static final int MOST_REASONS = 3;
  private static final ReasonCode[] CODES = ReasonCode.values();
  private static final int[] REASON_OF_SLOT =
      FeatureSchema.all().stream().mapToInt(feature -> feature.reason().place()).toArray();

  public FraudModel {
    features = List.copyOf(features);
    card = Collections.unmodifiableMap(new LinkedHashMap<>(card));
  }

  /// A calibrated probability of fraud, and what spoke for it most, the strongest first.
  ///
  /// @param reasons at most three; fewer where fewer spoke for fraud at all
  public record Score(double probability, List<ReasonCode> reasons) {}

  /// Scores one payment.
  ///
  /// @param vector in the schema's order
  public Score score(double[] vector) {
    if (vector.length != FeatureSchema.size()) {
      throw new IllegalArgumentException("a vector of " + vector.length + " values");
    }
    double[] contributions = new double[vector.length];
    double margin = trees.explain(vector, contributions);
    return new Score(calibration.probability(margin), strongest(contributions));
  }

  private static List<ReasonCode> strongest(double[] contributions) {
    double[] byReason = new double[CODES.length];
    for (int slot = 0; slot < contributions.length; slot++) {
      byReason[REASON_OF_SLOT[slot]] += contributions[slot];
    }
    List<ReasonCode> speaking = new ArrayList<>();
    for (ReasonCode code : CODES) {
      if (byReason[code.place()] > 0) {
        speaking.add(code);
      }
    }
    speaking.sort(Comparator.comparingDouble((ReasonCode code) -> -byReason[code.place()]));
    return List.copyOf(speaking.subList(0, Math.min(MOST_REASONS, speaking.size())));
  }
}
