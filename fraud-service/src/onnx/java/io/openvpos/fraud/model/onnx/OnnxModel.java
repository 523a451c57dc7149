package io.openvpos.fraud.model.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.features.ReasonCode;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.model.StrongestReasons;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// A model that ONNX Runtime runs: one input of floats `[rows, features]`, one output of a
/// probability for each row. Its metadata has `name`, `features` (codes, by comma, in the input's
/// order) and `reference` (a value for each, by comma, that says nothing about a payment, such as
/// the median).
///
/// Such a model does not tell what spoke for its score. So each reason's features are set to their
/// reference, all reasons as rows of one run, and what that takes off the log-odds is what the
/// reason contributed (occlusion).
final class OnnxModel implements ScoringModel {

  private static final ReasonCode[] REASONS = ReasonCode.values();
  private static final int ROWS = 1 + REASONS.length;
  private static final double NEARLY_CERTAIN = 1e-9;

  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String input;
  private final String name;
  private final List<Feature> features;
  private final float[] reference;

  private OnnxModel(OrtEnvironment environment, OrtSession session) throws OrtException {
    this.environment = environment;
    this.session = session;
    Map<String, String> metadata = session.getMetadata().getCustomMetadata();
    name = said(metadata, "name");
    features = Stream.of(said(metadata, "features").split(",")).map(FeatureSchema::of).toList();
    reference = numbers(said(metadata, "reference"));
    if (reference.length != features.size()) {
      throw new IllegalArgumentException(
          "%d features and %d references".formatted(features.size(), reference.length));
    }
    input = onlyInput(session, features.size());
    double tried = run(rows(new double[FeatureSchema.size()]))[0];
    if (!(tried >= 0 && tried <= 1)) {
      throw new IllegalArgumentException("its output is no probability: " + tried);
    }
  }

  static OnnxModel open(byte[] bytes) throws OrtException {
    OrtEnvironment environment = OrtEnvironment.getEnvironment();
    try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
      // Partitions are threads of ours already.
      options.setIntraOpNumThreads(1);
      options.setInterOpNumThreads(1);
      return new OnnxModel(environment, environment.createSession(bytes, options));
    }
  }

  private static String said(Map<String, String> metadata, String key) {
    String value = metadata.get(key);
    if (value == null || value.isBlank()) {
      throw new IllegalArgumentException("the metadata has no " + key);
    }
    return value;
  }

  private static float[] numbers(String text) {
    String[] words = text.split(",", -1);
    float[] numbers = new float[words.length];
    for (int i = 0; i < words.length; i++) {
      numbers[i] = Float.parseFloat(words[i]);
    }
    return numbers;
  }

  private static String onlyInput(OrtSession session, int features) throws OrtException {
    if (session.getNumInputs() != 1 || session.getNumOutputs() != 1) {
      throw new IllegalArgumentException("it has more than one input or output");
    }
    var input = session.getInputInfo().values().iterator().next();
    if (!(input.getInfo() instanceof TensorInfo tensor)
        || tensor.getShape().length != 2
        || tensor.getShape()[1] != features) {
      throw new IllegalArgumentException("its input is not [rows, " + features + "]");
    }
    return input.getName();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Score score(double[] vector) {
    if (vector.length != FeatureSchema.size()) {
      throw new IllegalArgumentException("a vector of " + vector.length + " values");
    }
    float[] probabilities = run(rows(vector));
    double[] byReason = new double[REASONS.length];
    for (ReasonCode reason : REASONS) {
      byReason[reason.place()] =
          logOdds(probabilities[0]) - logOdds(probabilities[1 + reason.place()]);
    }
    return new Score(probabilities[0], StrongestReasons.of(byReason));
  }

  /// The payment as it is, then once for each reason without what speaks for it.
  private float[] rows(double[] vector) {
    int columns = features.size();
    float[] rows = new float[ROWS * columns];
    for (int column = 0; column < columns; column++) {
      Feature feature = features.get(column);
      for (int row = 0; row < ROWS; row++) {
        rows[row * columns + column] = (float) vector[feature.slot()];
      }
      rows[(1 + feature.reason().place()) * columns + column] = reference[column];
    }
    return rows;
  }

  private float[] run(float[] rows) {
    long[] shape = {ROWS, features.size()};
    try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(rows), shape);
        OrtSession.Result result = session.run(Map.of(input, tensor))) {
      return flat(result.get(0).getValue());
    } catch (OrtException e) {
      throw new IllegalArgumentException("model " + name + ": " + e.getMessage(), e);
    }
  }

  private static float[] flat(Object output) {
    float[] flat =
        switch (output) {
          case float[] row -> row;
          case float[][] column -> {
            float[] values = new float[column.length];
            for (int row = 0; row < column.length; row++) {
              values[row] = column[row][0];
            }
            yield values;
          }
          default -> new float[0];
        };
    if (flat.length != ROWS) {
      throw new IllegalArgumentException("its output is not one number for each row");
    }
    return flat;
  }

  private static double logOdds(double probability) {
    double inside = Math.clamp(probability, NEARLY_CERTAIN, 1 - NEARLY_CERTAIN);
    return Math.log(inside / (1 - inside));
  }
}
