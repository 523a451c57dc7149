package io.openvpos.fraud.command;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.retraining.LeftAside;
import io.openvpos.fraud.retraining.Retraining;
import io.openvpos.fraud.retraining.Retraining.Measured;
import io.openvpos.fraud.retraining.Retraining.Retrained;
import io.openvpos.fraud.retraining.Split;
import io.openvpos.fraud.training.ModelTraining;
import io.openvpos.money.Mode;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `retrain`: a model from the vectors that were served and the labels that came in. It reads the
/// store and writes one file; what serves does not change by it.
@Command(
    name = RetrainCommand.NAME,
    mixinStandardHelpOptions = true,
    description = "Trains a model on stored payments and what became known of them.")
public final class RetrainCommand implements Callable<Integer> {

  public static final String NAME = "retrain";

  private static final Pattern MODEL_NAME = Pattern.compile("[A-Za-z0-9._-]{1,60}");
  private static final String LINE = "%-40s %17s %9s %16s%n";

  @Option(
      names = "--mongo-uri",
      defaultValue = "${env:VPOS_MONGO_URI:-mongodb://127.0.0.1:27017/?directConnection=true}",
      description = "The store (VPOS_MONGO_URI, else the one of this machine).")
  private String mongoUri = "";

  @Option(
      names = "--database",
      defaultValue = "${env:VPOS_MONGO_DATABASE:-fraud}",
      description = "The service's database (VPOS_MONGO_DATABASE, else fraud).")
  private String database = "";

  @Option(names = "--from", required = true, description = "First day of training, UTC.")
  private LocalDate from = LocalDate.EPOCH;

  @Option(
      names = "--to",
      description =
          "The day after the last; at most, and without it, --label-days before known-at.")
  private @Nullable LocalDate to;

  @Option(names = "--known-at", description = "Later labels are not seen; ISO 8601, now without.")
  private @Nullable Instant knownAt;

  @Option(
      names = "--label-days",
      description = "The last days, whose labels are not complete (${DEFAULT-VALUE}).")
  private int labelDays = 60;

  @Option(
      names = "--held-days",
      description = "To calibrate on, and as many to measure on (${DEFAULT-VALUE}).")
  private int heldDays = 14;

  @Option(names = "--mode", description = "live or test (${DEFAULT-VALUE}).")
  private String mode = Mode.LIVE.code();

  @Option(names = "--name", description = "The model's name; stored- and the last day without it.")
  private @Nullable String name;

  @Option(names = "--out", required = true, description = "Where the model file is written.")
  private Path out = Path.of("");

  @Spec private CommandSpec spec = CommandSpec.create();

  private final Clock clock;

  RetrainCommand(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Integer call() throws Exception {
    LoggingSystem.get(RetrainCommand.class.getClassLoader()).setLogLevel(null, LogLevel.ERROR);
    Retraining.Order order = order();
    PrintWriter print = spec.commandLine().getOut();
    print.println(order.mode().code() + " payments, " + order.split());
    print.println("labels known at " + order.knownAt());
    try (MongoClient client = MongoClients.create(mongoUri)) {
      Retrained retrained = Retraining.train(client.getDatabase(database), order);
      Files.write(out, ModelFile.write(retrained.model()));
      leftAside(print, retrained.leftAside());
      retrained.model().card().forEach((key, value) -> print.println(key + ": " + value));
      print.println();
      print.printf(
          LINE, "on the days measured", "average precision", "ROC area", "mean probability");
      measured(print, retrained.made());
      measured(print, retrained.served());
    }
    print.flush();
    return 0;
  }

  private Retraining.Order order() {
    Instant known = Objects.requireNonNullElseGet(knownAt, clock::instant);
    if (labelDays < 0 || known.isAfter(clock.instant())) {
      throw new IllegalArgumentException("--label-days from 0 on, --known-at not in the future");
    }
    LocalDate complete = LocalDate.ofInstant(known, ZoneOffset.UTC).minusDays(labelDays);
    LocalDate end = to == null || to.isAfter(complete) ? complete : to;
    String named = name == null ? "stored-" + end.minusDays(1) : name;
    if (!MODEL_NAME.matcher(named).matches()) {
      throw new IllegalArgumentException("--name: letters, digits, dots, dashes, at most 60");
    }
    return new Retraining.Order(named, Mode.of(mode), Split.of(from, end, heldDays), known);
  }

  private static void leftAside(PrintWriter print, LeftAside left) {
    left.otherSchemas()
        .forEach((schema, count) ->
            print.println("left aside: " + count + " with vectors of schema " + schema));
    print.println("left aside: " + left.withoutVector() + " without a vector");
    print.println("left aside: " + left.declined() + " declined and not labelled");
  }

  private static void measured(PrintWriter print, Measured model) {
    print.printf(
        LINE,
        model.model(),
        ModelTraining.figure(model.ranking().averagePrecision()),
        ModelTraining.figure(model.ranking().rocArea()),
        ModelTraining.figure(model.meanProbability()));
  }
}
