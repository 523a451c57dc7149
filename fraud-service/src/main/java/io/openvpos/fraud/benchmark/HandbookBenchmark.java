package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.model.BoostedTrees;
import io.openvpos.fraud.model.LabeledRows;
import io.openvpos.fraud.model.Ranking;
import io.openvpos.fraud.model.TrainingSettings;
import io.openvpos.fraud.model.TreeTrainer;
import io.openvpos.fraud.training.VectorRun;
import io.openvpos.fraud.training.VectorRun.Served;
import java.util.List;

/// Trains and tests fold by fold.
public final class HandbookBenchmark {

  /// One fold's figures.
  ///
  /// @param cardPrecision at 100 cards a day
  public record Result(
      Weeks weeks,
      int trainRows,
      long trainFrauds,
      int testRows,
      long testFrauds,
      Ranking ranking,
      double cardPrecision,
      double trainSeconds) {}

  private final TrainingSettings settings;
  private final List<Served<HandbookPayment>> served;

  private HandbookBenchmark(TrainingSettings settings, List<Served<HandbookPayment>> served) {
    this.settings = settings;
    this.served = served;
  }

  /// Computes the vectors of all days that the folds train, wait or test on.
  public static HandbookBenchmark on(
      List<HandbookPayment> payments, List<Weeks> folds, TrainingSettings settings) {
    long first = folds.getFirst().trainFrom().toEpochDay();
    long last = folds.getLast().testFrom().toEpochDay() + Weeks.TEST_DAYS;
    return new HandbookBenchmark(
        settings, VectorRun.play(payments, day -> day >= first && day < last));
  }

  /// By our own trainer.
  public Result run(Weeks weeks, List<Feature> features) {
    return run(weeks, features, this::own);
  }

  /// By another on the same rows.
  public Result run(Weeks weeks, List<Feature> features, Yardstick other) {
    return run(weeks, features, other::scores);
  }

  private interface Scores {

    double[] of(LabeledRows training, List<Feature> features, List<double[]> tests);
  }

  private double[] own(LabeledRows training, List<Feature> features, List<double[]> tests) {
    BoostedTrees trees = new TreeTrainer(settings, features, training).train();
    return tests.stream().mapToDouble(trees::margin).toArray();
  }

  private Result run(Weeks weeks, List<Feature> features, Scores trained) {
    Fold fold = Fold.of(weeks, served);
    if (fold.training().fraudCount() == 0 || fold.test().isEmpty()) {
      throw new IllegalArgumentException(
          "the file has no payments to train from "
              + weeks.trainFrom()
              + " and test from "
              + weeks.testFrom());
    }
    long start = System.nanoTime();
    double[] scores =
        trained.of(fold.training(), features, fold.test().stream().map(Served::vector).toList());
    double seconds = (System.nanoTime() - start) / 1e9;
    boolean[] frauds = new boolean[scores.length];
    for (int row = 0; row < scores.length; row++) {
      frauds[row] = fold.test().get(row).payment().fraud();
    }
    return new Result(
        weeks,
        fold.training().size(),
        fold.training().fraudCount(),
        scores.length,
        fold.test().stream().filter(each -> each.payment().fraud()).count(),
        Ranking.of(scores, frauds),
        CardPrecision.of(fold.test(), scores),
        seconds);
  }
}
