package io.openvpos.fraud.training;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.features.ReasonCode;
import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.Attempt.CardKind;
import io.openvpos.fraud.history.PaymentHistory;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.model.TrainingSettings;
import io.openvpos.fraud.simulator.SimulatedFile;
import io.openvpos.fraud.simulator.SimulatedPayment;
import io.openvpos.fraud.simulator.Simulation;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class ShippedModelTest {

  private static final Simulation.Setting SMALL =
      new Simulation.Setting(3, Simulation.Setting.FIRST_DAY, 40, 150, 60);
  private static final long NOON = Instant.parse("2026-03-02T12:00:00Z").toEpochMilli();

  private final FraudModel shipped = shipped();

  @Test
  void oneSeedGivesTheSamePaymentsAndTheSameModelByteForByte() {
    assertThat(SimulatedFile.digest(Simulation.play(SMALL)))
        .isEqualTo(SimulatedFile.digest(Simulation.play(SMALL)));
    assertThat(trained()).isEqualTo(trained());
  }

  @Test
  void theShippedFileIsWholeAndSaysWhatItWasTrainedOn() {
    assertThat(shipped.card()).containsKeys("data", "data_sha256", "settings", "average_precision");
    assertThat(shipped.features()).isEqualTo(FeatureSchema.all());
  }

  @Test
  void aFirstOrdinarySaleIsNearlyCertainlyHonest() {
    PaymentHistory history = new PaymentHistory();
    assertThat(score(history, 1, "card", null).probability()).isLessThan(0.05);
  }

  @Test
  void cardTestingFromOneAddressIsSeenAndExplained() {
    PaymentHistory history = new PaymentHistory();
    ScoringModel.Score score = null;
    for (int i = 1; i <= 60; i++) {
      score = score(history, i, "stolen" + i, "192.0.2.7");
    }
    assertThat(Objects.requireNonNull(score).probability()).isGreaterThan(0.5);
    assertThat(score.reasons())
        .hasSize(3)
        .containsAnyOf(
            ReasonCode.IP_WITH_MANY_CARDS, ReasonCode.MERCHANT_BURST, ReasonCode.BIN_ATTACK);
  }

  private ScoringModel.Score score(
      PaymentHistory history,
      int payment,
      String card,
      @org.jspecify.annotations.Nullable String ip) {
    Attempt attempt =
        new Attempt(
            NOON + payment * 5_000L,
            payment,
            card,
            "m",
            ip == null ? 129_90 : 9_90,
            "41556501",
            ip,
            null,
            null,
            CardKind.DOMESTIC,
            1);
    history.record(attempt);
    return shipped.score(history.features(attempt));
  }

  private static byte[] trained() {
    List<SimulatedPayment> payments = Simulation.play(SMALL);
    return ModelFile.write(
        ModelTraining.train(
            "small",
            payments,
            new ModelTraining.Plan(5, 10, 5, 5),
            List.of(Feature.values()),
            new TrainingSettings(20, 3, 0.1, 1, 1, 32),
            Map.of("seed", "3")));
  }

  private static FraudModel shipped() {
    try (InputStream file =
        Objects.requireNonNull(
            ShippedModelTest.class.getResourceAsStream("/model/default.model"))) {
      return ModelFile.read(file.readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
