package io.openvpos.fraud.training;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.model.BoostedTrees;
import io.openvpos.fraud.model.Calibration;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.LabeledRows;
import io.openvpos.fraud.model.Ranking;
import io.openvpos.fraud.model.TrainingSettings;
import io.openvpos.fraud.model.TreeTrainer;
import io.openvpos.fraud.training.VectorRun.Served;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Trains on the first part of the days, calibrates on the next and measures on the last: no day
/// serves two ends, and each part's labels are known before the next begins.
public final class ModelTraining {

  /// Days of each part; the state warms up on all days before, and labels arrive between parts.
  ///
  /// @param warmUp days before the first row is taken
  public record Plan(int warmUp, int train, int calibrate, int measure) {

    public int days() {
      return warmUp + train + calibrate + measure + 2 * VectorRun.LABEL_DELAY_DAYS;
    }
  }

  /// Rows, by what they are for.
  public record Parts(LabeledRows training, LabeledRows calibration, LabeledRows measured) {}

  private ModelTraining() {}

  /// Plays, trains, calibrates and measures.
  ///
  /// @param origin what the payments are and how they came to be, for the model's card
  public static FraudModel train(
      String name,
      List<? extends KnownPayment> inTimeOrder,
      Plan plan,
      List<Feature> features,
      TrainingSettings settings,
      Map<String, String> origin) {
    long first = inTimeOrder.getFirst().day() + plan.warmUp();
    List<? extends Served<? extends KnownPayment>> served =
        VectorRun.play(inTimeOrder, day -> day >= first);
    LabeledRows training = rows(served, first, plan.train());
    long second = first + plan.train() + VectorRun.LABEL_DELAY_DAYS;
    LabeledRows calibration = rows(served, second, plan.calibrate());
    long third = second + plan.calibrate() + VectorRun.LABEL_DELAY_DAYS;
    LabeledRows measured = rows(served, third, plan.measure());
    return fit(name, new Parts(training, calibration, measured), features, settings, origin);
  }

  /// Trains on the first part, calibrates on the second and measures on the third.
  ///
  /// @param origin as above
  public static FraudModel fit(
      String name,
      Parts parts,
      List<Feature> features,
      TrainingSettings settings,
      Map<String, String> origin) {
    LabeledRows training = parts.training();
    LabeledRows measured = parts.measured();
    BoostedTrees trees = new TreeTrainer(settings, features, training).train();
    Map<String, String> card = new LinkedHashMap<>(origin);
    card.put("settings", settings.described());
    card.put("training_rows", training.size() + " of which fraud " + training.fraudCount());
    card.put("measured_rows", measured.size() + " of which fraud " + measured.fraudCount());
    Ranking ranking = ranking(trees, measured);
    card.put("average_precision", figure(ranking.averagePrecision()));
    card.put("roc_area", figure(ranking.rocArea()));
    return new FraudModel(name, features, trees, Calibration.fit(trees, parts.calibration()), card);
  }

  private static LabeledRows rows(
      List<? extends Served<? extends KnownPayment>> served, long firstDay, int days) {
    LabeledRows rows = new LabeledRows();
    for (Served<? extends KnownPayment> each : served) {
      long day = each.payment().day();
      if (day >= firstDay && day < firstDay + days) {
        rows.add(each.vector(), each.payment().fraud());
      }
    }
    return rows;
  }

  private static Ranking ranking(BoostedTrees trees, LabeledRows rows) {
    double[] scores = new double[rows.size()];
    boolean[] frauds = new boolean[rows.size()];
    for (int row = 0; row < scores.length; row++) {
      scores[row] = trees.margin(rows.vector(row));
      frauds[row] = rows.fraud(row);
    }
    return Ranking.of(scores, frauds);
  }

  /// As a card writes it.
  public static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
