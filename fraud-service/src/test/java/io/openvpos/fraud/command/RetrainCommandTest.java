package io.openvpos.fraud.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.assessment.Assessment;
import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.scoring.Decision;
import io.openvpos.fraud.scoring.ModelScore;
import io.openvpos.fraud.scoring.RiskScore;
import io.openvpos.messaging.mongo.Documents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.LazyInitializationBeanFactoryPostProcessor;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import picocli.CommandLine;

/// The documented command, on documents that the service's own classes stored. The model that
/// served knew nothing: its probabilities are noise.
class RetrainCommandTest {

  private static final Instant FIRST = Instant.parse("2026-05-01T00:00:00Z");
  private static final Instant TODAY = Instant.parse("2026-11-20T12:00:00Z");
  private static final Instant COMPLAINED = Instant.parse("2026-10-30T09:00:00Z");
  private static final Instant LATER = Instant.parse("2026-11-05T09:00:00Z");
  private static final int DAYS = 124;
  private static final int A_DAY = 12;
  private static final int FRAUDS_A_DAY = 3;
  private static final Pattern COMMAND = Pattern.compile("-Dfraud.args=\"(retrain [^\"]+)\"");

  @TempDir private Path folder = Path.of("");
  private final MemoryStore store = new MemoryStore();
  private final MongoAssessments assessments =
      new MongoAssessments(Documents.plain(store.database("fraud"), MongoAssessments.COLLECTION));
  private final MongoLabels labels =
      new MongoLabels(Documents.plain(store.database("fraud"), MongoLabels.COLLECTION));
  private final Random random = new Random(7);
  private int runs;

  /// What a run printed, and the file that it wrote.
  private record Run(int exit, String said, @Nullable Path file) {

    FraudModel model() throws IOException {
      return ModelFile.read(bytes());
    }

    byte[] bytes() throws IOException {
      return Files.readAllBytes(Objects.requireNonNull(file));
    }
  }

  @BeforeEach
  void trade() {
    List<Assessment> made = new ArrayList<>();
    for (int day = 0; day < DAYS; day++) {
      for (int i = 0; i < A_DAY; i++) {
        boolean fraud = i < FRAUDS_A_DAY;
        String payment = "pay_" + day + "_" + i;
        made.add(Assessed.of(payment, payment(day, fraud)));
        if (fraud) {
          label(payment, true, COMPLAINED);
        }
      }
    }
    assessments.keepFirst(made);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void theDocumentedCommandMakesAModelThatRanksBetterThanWhatServed() throws Exception {
    Run run = documented();

    assertThat(run.exit()).as(run.said()).isZero();
    FraudModel model = run.model();
    assertThat(model.name()).isEqualTo("stored-2026-09-01");
    assertThat(model.card())
        .containsEntry("training_rows", "984 of which fraud 246")
        .containsEntry("calibration_rows", "168 of which fraud 42")
        .containsEntry("measured_rows", "168 of which fraud 42")
        .containsEntry("newest_label", COMPLAINED.toString())
        .containsEntry("served_by", "m");
    assertThat(Double.parseDouble(model.card().get("roc_area"))).isGreaterThan(0.85);
    assertThat(Double.parseDouble(model.card().get("served_roc_area"))).isBetween(0.35, 0.65);
    assertThat(run.said())
        .contains("trained on 2026-05-01 to 2026-07-21")
        .contains("calibrated on 2026-07-29 to 2026-08-11, measured on 2026-08-19 to 2026-09-01")
        .containsPattern(Pattern.compile("^stored-2026-09-01 .*0\\.[89]\\d+", Pattern.MULTILINE))
        .containsPattern(Pattern.compile("^m  .*0\\.[3-6]\\d+", Pattern.MULTILINE));
  }

  @Test
  void theSameBytesWheneverItRunsAndALabelThatCameLaterThanKnownAtIsNotUsed() throws Exception {
    byte[] before = run("2026-11-01T00:00:00Z").bytes();
    assertThat(run("2026-11-03T17:00:00Z").bytes()).isEqualTo(before);

    label("pay_3_10", true, LATER);
    label("pay_4_10", true, LATER);
    label("pay_4_0", false, LATER);

    assertThat(run("2026-11-01T00:00:00Z").bytes()).isEqualTo(before);
    assertThat(run("2026-11-06T00:00:00Z").model().card())
        .containsEntry("training_rows", "984 of which fraud 247")
        .containsEntry("newest_label", LATER.toString());
  }

  @Test
  void whatTeachesNothingIsLeftAsideAndNamed() throws Exception {
    byte[] before = documented().bytes();

    assessments.keepFirst(
        List.of(
            with("pay_x", payment(9, true), "another"),
            with("pay_y", payment(70, true), "another"),
            with("pay_z", payment(9, true), null),
            Assessed.of("pay_t", payment(9, false).test()),
            Assessed.of(
                "pay_d",
                payment(9, true).before(new RiskScore(Decision.DECLINE, 95, List.of("velocity")))),
            Assessed.of("pay_young", payment(150, true)),
            Assessed.of("pay_1_1", "again", payment(1, false))));
    List.of("pay_x", "pay_z", "pay_t", "pay_young").forEach(each -> label(each, true, COMPLAINED));
    Run run = documented();

    assertThat(run.said())
        .contains("left aside: 2 with vectors of schema another")
        .contains("left aside: 1 without a vector")
        .contains("left aside: 1 declined and not labelled");
    assertThat(run.bytes()).isEqualTo(before);
  }

  @Test
  void tooFewFraudsOrDaysAreRefusedAndNothingIsWritten() {
    Run few = run("--from=2026-07-01", "--known-at=2026-11-01T00:00:00Z");
    assertThat(few.exit()).isEqualTo(1);
    assertThat(few.said())
        .contains("too few frauds to train on: 252 of which fraud 63")
        .contains("2026-07-01 to 2026-07-21")
        .contains("it takes 100");
    assertThat(few.file()).isNull();
    Run unknown = run("--from=2026-05-01", "--known-at=2026-10-29T00:00:00Z");
    assertThat(unknown.said()).contains("of which fraud 0");
    Run day = run("--from=2026-08-01", "--known-at=2026-11-01T00:00:00Z");
    assertThat(day.said()).contains("too short").contains("49 days");
    Run none = run("--from=2026-05-01", "--known-at=2026-11-01T00:00:00Z", "--database=other");
    assertThat(none.said()).contains("0 of which fraud 0");
  }

  @Test
  void theServiceTakesTheFileAsItsShadowAndAsItsModel() throws Exception {
    String file = Objects.requireNonNull(documented().file()).toUri().toString();
    new ApplicationContextRunner()
        .withUserConfiguration(
            Settings.class, Class.forName("io.openvpos.fraud.assessment.AssessmentConfiguration"))
        .withInitializer(context ->
            context.addBeanFactoryPostProcessor(new LazyInitializationBeanFactoryPostProcessor()))
        .withPropertyValues("vpos.fraud.model.file=" + file, "vpos.fraud.model.shadow-file=" + file)
        .run(context -> {
          Models models = context.getBean(Models.class);
          assertThat(models.live().name()).isEqualTo("stored-2026-09-01");
          double[] fraud = payment(1, true).judged().vector();
          assertThat(Objects.requireNonNull(models.shadow()).score(fraud))
              .isEqualTo(models.live().score(fraud));
        });
  }

  @EnableConfigurationProperties(FraudSettings.class)
  static class Settings {}

  private Run documented() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "fraud-scoring.md"));
    Matcher command = COMMAND.matcher(page);
    assertThat(command.find()).isTrue();
    Path file = folder.resolve("stored-" + runs++ + ".model");
    return execute(
        file,
        command
            .group(1)
            .replace("$MONGO_URI", store.uri())
            .replace("/tmp/stored.model", file.toString())
            .split(" "));
  }

  private Run run(String knownAt) {
    return run("--from=2026-05-01", "--to=2026-09-02", "--known-at=" + knownAt);
  }

  private Run run(String... options) {
    Path file = folder.resolve("stored-" + runs++ + ".model");
    List<String> args = new ArrayList<>(List.of("retrain", "--mongo-uri", store.uri()));
    args.addAll(List.of("--out", file.toString()));
    args.addAll(List.of(options));
    return execute(file, args.toArray(String[]::new));
  }

  private static Run execute(Path file, String... args) {
    StringWriter said = new StringWriter();
    CommandLine line = FraudCommand.line(Clock.fixed(TODAY, ZoneOffset.UTC));
    line.setOut(new PrintWriter(said)).setErr(new PrintWriter(said));
    int exit = line.execute(args);
    return new Run(exit, said.toString(), Files.exists(file) ? file : null);
  }

  /// Fraud comes in bursts, mostly; so do some honest people.
  private Payments payment(int day, boolean fraud) {
    double burst = fraud ? 3 + random.nextInt(8) : 1 + random.nextInt(5);
    return Payments.usual()
        .live()
        .at(FIRST.plus(Duration.ofDays(day)).plusSeconds(random.nextInt(86_400)))
        .with(Feature.CARD_COUNT_1H, burst)
        .with(Feature.AMOUNT, 1_000 + random.nextInt(90_000))
        .probability(random.nextDouble());
  }

  private static Assessment with(String id, Payments payment, @Nullable String schema) {
    Assessment like = Assessed.of(id, payment);
    ModelScore model = Objects.requireNonNull(like.model());
    return new Assessment(
        like.paymentId(),
        like.requestHash(),
        like.merchantId(),
        like.mode(),
        like.cardFingerprint(),
        like.score(),
        like.velocity(),
        schema == null
            ? null
            : new ModelScore("m", schema, model.probability(), List.of(), List.of(1.0, 2.0)),
        like.facts(),
        like.ruling(),
        like.requestedAt(),
        like.assessedAt());
  }

  private void label(String payment, boolean fraud, Instant knownAt) {
    labels.add(
        new Label(
            payment + knownAt, payment, "c", fraud, "chargeback", "10.4", knownAt, "chargeback"));
  }
}
