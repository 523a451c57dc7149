package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.model.LabeledRows;
import java.util.List;

/// Somebody else's trainer, to be measured beside ours. Found as a service on the class path;
/// nothing that is shipped has one.
public interface Yardstick {

  String name();

  /// Trains and scores; higher is worse.
  ///
  /// @param features the places of the vectors that may be looked at
  /// @param tests vectors in the schema's order
  double[] scores(LabeledRows training, List<Feature> features, List<double[]> tests);
}
