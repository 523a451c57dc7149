package io.openvpos.fraud.command;

import io.openvpos.fraud.benchmark.HandbookBenchmark;
import io.openvpos.fraud.benchmark.HandbookBenchmark.Result;
import io.openvpos.fraud.benchmark.HandbookFile;
import io.openvpos.fraud.benchmark.HandbookPayment;
import io.openvpos.fraud.benchmark.Weeks;
import io.openvpos.fraud.benchmark.Yardstick;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.features.FeatureSchema;
import io.openvpos.fraud.model.Ranking;
import io.openvpos.fraud.model.TrainingSettings;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `benchmark handbook`: the handbook's protocol, next to what it published.
@Command(
    name = "handbook",
    mixinStandardHelpOptions = true,
    description = "Trains and tests by the protocol of the Fraud Detection Handbook.")
final class HandbookCommand implements Callable<Integer> {

  private static final String LINE = "%-34s %-11s %-11s %9s %7s %7s %7s %7s%n";

  @Option(names = "--data", required = true, description = "The data file (.csv or .csv.gz).")
  private Path data = Path.of("");

  @Option(
      names = "--from",
      description = "First day of training of the first week (${DEFAULT-VALUE}).")
  private LocalDate from = Weeks.PUBLISHED;

  @Option(names = "--test-from", description = "First day of test instead; two weeks after --from.")
  private @Nullable LocalDate testFrom;

  @Option(names = "--weeks", description = "Test weeks, each trained anew (${DEFAULT-VALUE}).")
  private int weeks = 4;

  @Override
  public Integer call() throws Exception {
    if (weeks < 1 || weeks > 52) {
      throw new IllegalArgumentException("--weeks is 1 to 52, not " + weeks);
    }
    LocalDate first =
        testFrom == null ? from : testFrom.minusDays(Weeks.TRAIN_DAYS + Weeks.DELAY_DAYS);
    List<Weeks> folds = Weeks.from(first, weeks);
    long start = System.nanoTime();
    List<HandbookPayment> payments = HandbookFile.read(data);
    double read = (System.nanoTime() - start) / 1e9;
    start = System.nanoTime();
    HandbookBenchmark benchmark = HandbookBenchmark.on(payments, folds, TrainingSettings.STANDARD);
    print(
        "%,d payments read in %.1f s, state and vectors in %.1f s%n",
        payments.size(), read, (System.nanoTime() - start) / 1e9);
    print("own trainer: %s, one thread%n%n", TrainingSettings.STANDARD.described());
    header();
    List<Result> handbook = run(benchmark, folds, "handbook's 15 features", Feature.handbook());
    List<Result> full =
        run(benchmark, folds, FeatureSchema.size() + " features", FeatureSchema.all());
    print("%n");
    mean("mean, handbook's 15 features", handbook);
    mean("mean, " + FeatureSchema.size() + " features", full);
    for (Yardstick other : ServiceLoader.load(Yardstick.class)) {
      print("%n");
      beside(other, benchmark, folds, "handbook's 15", Feature.handbook());
      beside(other, benchmark, folds, "all features", FeatureSchema.all());
    }
    published();
    return 0;
  }

  private static void beside(
      Yardstick other,
      HandbookBenchmark benchmark,
      List<Weeks> folds,
      String set,
      List<Feature> features) {
    String name = other.name() + ", " + set;
    mean("mean, " + name, run(folds, name, fold -> benchmark.run(fold, features, other)));
  }

  private static List<Result> run(
      HandbookBenchmark benchmark, List<Weeks> folds, String name, List<Feature> features) {
    return run(folds, name, fold -> benchmark.run(fold, features));
  }

  private static List<Result> run(
      List<Weeks> folds, String name, Function<Weeks, Result> benchmark) {
    List<Result> results = new ArrayList<>();
    for (Weeks fold : folds) {
      Result result = benchmark.apply(fold);
      results.add(result);
      print(
          LINE,
          name,
          fold.trainFrom(),
          fold.testFrom(),
          result.testRows() + "/" + result.testFrauds(),
          figure(result.ranking().rocArea()),
          figure(result.ranking().averagePrecision()),
          figure(result.cardPrecision()),
          String.format(Locale.ROOT, "%.1f", result.trainSeconds()));
    }
    return results;
  }

  private static void header() {
    print(LINE, "", "train from", "test from", "rows/fraud", "AUC", "AP", "CP@100", "train s");
  }

  private static void mean(String name, List<Result> results) {
    Ranking ranking = Ranking.mean(results.stream().map(Result::ranking).toArray(Ranking[]::new));
    double precision = results.stream().mapToDouble(Result::cardPrecision).average().orElse(0);
    print(
        LINE,
        name,
        "",
        "",
        "",
        figure(ranking.rocArea()),
        figure(ranking.averagePrecision()),
        figure(precision),
        "");
  }

  /// Baseline table of chapter 3 (its one test week), best of chapters 5 to 7 (four test weeks).
  private static void published() {
    print("%nPublished, 15 features, test from 2018-08-08:%n");
    published("logistic regression", 0.871, 0.606, 0.291);
    published("decision tree, depth 2", 0.763, 0.496, 0.241);
    published("decision tree, unlimited", 0.788, 0.309, 0.243);
    published("random forest", 0.867, 0.658, 0.287);
    published("XGBoost", 0.862, 0.639, 0.273);
    print("Published, mean of four test weeks from 2018-08-08:%n");
    published("XGBoost, chosen by validation", 0.869, 0.687, 0.303);
    published("XGBoost, chosen on the test weeks", 0.872, 0.694, 0.304);
    published("balanced bagging", 0.879, 0.680, 0.305);
  }

  private static void published(String name, double area, double precision, double cards) {
    print(LINE, name, "", "", "", figure(area), figure(precision), figure(cards), "");
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  @SuppressWarnings("AnnotateFormatMethod") // All formats are constants of this class.
  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }
}
