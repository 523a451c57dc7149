package io.openvpos.fraud.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.features.ReasonCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TrainedModelTest {

  private static final long SEED = 5;
  private static final List<Feature> USED =
      List.of(Feature.AMOUNT, Feature.CARD_COUNT_1H, Feature.CARD_KNOWN_FRAUDS_30D);
  private static final TrainingSettings SMALL = new TrainingSettings(60, 3, 0.1, 1, 1, 100);

  private final LabeledRows rows = rows(4_000);
  private final FraudModel model = trained();

  @Test
  void equalRowsGiveEqualBytes() {
    assertThat(ModelFile.write(trained())).isEqualTo(ModelFile.write(model));
  }

  @Test
  void aModelReadBackScoresAndWritesTheSame() {
    FraudModel read = ModelFile.read(ModelFile.write(model));
    for (int row = 0; row < 200; row++) {
      assertThat(read.score(rows.vector(row))).isEqualTo(model.score(rows.vector(row)));
    }
    assertThat(ModelFile.write(read)).isEqualTo(ModelFile.write(model));
    assertThat(read.card()).isEqualTo(model.card());
  }

  @Test
  void aDamagedFileIsRefused() {
    String text = new String(ModelFile.write(model), StandardCharsets.UTF_8);
    assertThatThrownBy(() -> ModelFile.read(bytes(text.replaceFirst("leaf ", "leaf 1"))))
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> ModelFile.read(bytes(text.substring(0, text.length() / 2))))
        .hasMessageContaining("damaged");
    assertThatThrownBy(() -> ModelFile.read(new byte[0])).hasMessageContaining("no model file");
  }

  @Test
  void itLearnsWhatThereIsToLearn() {
    double[] scores = new double[rows.size()];
    boolean[] frauds = new boolean[rows.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = model.score(rows.vector(row)).probability();
      frauds[row] = rows.fraud(row);
    }
    assertThat(Ranking.of(scores, frauds).rocArea()).as("seed %d", SEED).isGreaterThan(0.95);
  }

  @Test
  void contributionsAddUpToTheMargin() {
    double[] contributions = new double[FeatureSchema.size()];
    for (int row = 0; row < 200; row++) {
      double margin = model.trees().explain(rows.vector(row), contributions);
      double sum = model.trees().base();
      for (double each : contributions) {
        sum += each;
      }
      assertThat(sum).isCloseTo(margin, within(1e-9));
      assertThat(margin).isEqualTo(model.trees().margin(rows.vector(row)));
    }
  }

  @Test
  void theStrongestReasonComesFirst() {
    double[] vector = new double[FeatureSchema.size()];
    vector[Feature.AMOUNT.slot()] = 9_900;
    ScoringModel.Score score = model.score(vector);
    assertThat(score.reasons()).first().isEqualTo(ReasonCode.AMOUNT_HIGH);
    assertThat(score.reasons()).hasSizeLessThanOrEqualTo(3);
  }

  @Test
  void aMonotoneFeatureNeverLowersTheRisk() {
    for (int row = 0; row < 300; row++) {
      double[] vector = rows.vector(row).clone();
      double before = Double.NEGATIVE_INFINITY;
      for (int frauds = 0; frauds < 6; frauds++) {
        vector[Feature.CARD_KNOWN_FRAUDS_30D.slot()] = frauds;
        double margin = model.trees().margin(vector);
        assertThat(margin).as("seed %d row %d", SEED, row).isGreaterThanOrEqualTo(before - 1e-12);
        before = margin;
      }
    }
  }

  @Test
  void calibratedProbabilitiesAverageToTheShareOfFraud() {
    double sum = 0;
    for (int row = 0; row < rows.size(); row++) {
      sum += model.score(rows.vector(row)).probability();
    }
    double share = (double) rows.fraudCount() / rows.size();
    assertThat(sum / rows.size()).isCloseTo(share, within(0.01));
  }

  @Test
  void rowsOfOneKindCannotBeTrainedOn() {
    LabeledRows honest = new LabeledRows();
    honest.add(new double[FeatureSchema.size()], false);
    assertThatThrownBy(() -> new TreeTrainer(SMALL, USED, honest))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("0 frauds of 1");
  }

  @Test
  void rankingMatchesAHandCount() {
    Ranking ranking =
        Ranking.of(new double[] {4, 3, 2, 1}, new boolean[] {true, false, true, false});
    assertThat(ranking.rocArea()).isEqualTo(0.75);
    assertThat(ranking.averagePrecision()).isCloseTo((1 + 2.0 / 3) / 2, within(1e-12));
    Ranking tied = Ranking.of(new double[] {1, 1}, new boolean[] {true, false});
    assertThat(tied).isEqualTo(new Ranking(0.5, 0.5));
  }

  @Test
  void columnsOfMoreValuesThanCutsKeepSomeForTheRareOnes() {
    double[] values = new double[10_000];
    for (int i = 9_700; i < values.length; i++) {
      values[i] = i - 9_699;
    }
    assertThat(BinnedColumn.of(values, 100).cutCount()).isBetween(45, 100);
    assertThat(BinnedColumn.of(values, 1_000).cutCount()).isEqualTo(300);
  }

  private FraudModel trained() {
    BoostedTrees trees = new TreeTrainer(SMALL, USED, rows).train();
    return new FraudModel(
        "test",
        USED,
        trees,
        Calibration.fit(trees, rows),
        Map.of("data", "Türkçe karakter: ğüşıöç"));
  }

  /// Fraud where the amount is high and, half of the time, where frauds are known.
  private static LabeledRows rows(int count) {
    Random random = new Random(SEED);
    LabeledRows rows = new LabeledRows();
    for (int row = 0; row < count; row++) {
      double[] vector = new double[FeatureSchema.size()];
      vector[Feature.AMOUNT.slot()] = random.nextInt(10_000);
      vector[Feature.CARD_COUNT_1H.slot()] = random.nextInt(5);
      int known = random.nextInt(20) == 0 ? 1 + random.nextInt(4) : 0;
      vector[Feature.CARD_KNOWN_FRAUDS_30D.slot()] = known;
      rows.add(vector, vector[0] > 9_500 || (known > 0 && random.nextBoolean()));
    }
    return rows;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
