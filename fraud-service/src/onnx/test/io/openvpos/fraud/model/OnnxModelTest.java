package io.openvpos.fraud.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// The shipped model in an ONNX file says what it says in ours.
class OnnxModelTest {

  private static final long SEED = 20_261_127;

  private final FraudModel ours = shipped();
  private final Map<String, String> metadata =
      new HashMap<>(
          Map.of(
              "name",
              "shipped-as-onnx",
              "features",
              OnnxTrees.codes(ours),
              "reference",
              String.join(",", Collections.nCopies(ours.features().size(), "0"))));

  @Test
  void theSamePaymentsGetTheSameProbabilities() {
    ScoringModel onnx = read();
    assertThat(onnx.name()).isEqualTo("shipped-as-onnx");
    Random random = new Random(SEED);
    double highest = 0;
    for (int i = 0; i < 2_000; i++) {
      double[] vector = vector(random);
      ScoringModel.Score score = onnx.score(vector);
      assertThat(score.probability())
          .as("payment %d, seed %d", i, SEED)
          .isCloseTo(ours.score(vector).probability(), within(1e-4));
      highest = Math.max(highest, score.probability());
      assertThat(score.reasons()).hasSizeLessThanOrEqualTo(3);
    }
    assertThat(highest).isGreaterThan(0.5);
  }

  @Test
  void whatMakesThePaymentSuspiciousIsAReason() {
    Random random = new Random(SEED);
    ScoringModel onnx = read();
    int told = 0;
    for (int i = 0; i < 500; i++) {
      ScoringModel.Score score = onnx.score(vector(random));
      told += score.reasons().isEmpty() ? 0 : 1;
    }
    assertThat(told).isGreaterThan(250);
    assertThat(onnx.score(new double[FeatureSchema.size()]).reasons())
        .as("a payment that is the reference has nothing that speaks against it")
        .isEmpty();
  }

  @Test
  void aFileThatDoesNotFitIsRefusedWithTheReason() {
    metadata.put("features", "amount,no_such_feature");
    assertThatThrownBy(this::read).hasMessageContaining("no_such_feature");
    metadata.put("features", "amount");
    assertThatThrownBy(this::read).hasMessageContaining("references");
    metadata.remove("name");
    assertThatThrownBy(this::read).hasMessageContaining("no name");
    assertThatThrownBy(() -> ModelFormat.read("some.onnx", new byte[] {1, 2, 3}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no model of ONNX");
  }

  private ScoringModel read() {
    return ModelFormat.read("shipped.onnx", OnnxTrees.write(ours, metadata));
  }

  /// Numbers that a float holds exactly, since ONNX compares floats.
  private double[] vector(Random random) {
    double[] vector = new double[FeatureSchema.size()];
    List<Feature> features = ours.features();
    for (Feature feature : features) {
      vector[feature.slot()] = (float) Math.expm1(Math.abs(random.nextGaussian()) * 3);
    }
    return vector;
  }

  private static FraudModel shipped() {
    try (InputStream file = FraudModel.class.getResourceAsStream("/model/default.model")) {
      return ModelFile.read(Objects.requireNonNull(file).readAllBytes());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
