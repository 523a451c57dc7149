package io.openvpos.fraud.model;

import io.openvpos.fraud.features.ReasonCode;
import java.util.List;

/// What scores a payment by its vector: trees of our own trainer, or a model of another format.
public interface ScoringModel {

  /// Its version, as assessments name it.
  String name();

  /// Scores one payment. Safe for many threads.
  ///
  /// @param vector in the schema's order
  Score score(double[] vector);

  /// A calibrated probability of fraud, and what spoke for it most, the strongest first.
  ///
  /// @param reasons at most three; fewer where fewer spoke for fraud at all
  record Score(double probability, List<ReasonCode> reasons) {}
}
