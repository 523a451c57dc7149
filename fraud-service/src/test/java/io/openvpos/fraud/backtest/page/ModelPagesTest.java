package io.openvpos.fraud.backtest.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.PageServer;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.features.Feature;
import io.openvpos.fraud.labels.Label;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.model.ScoringModel;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.mongo.MongoRuleSets;
import io.openvpos.fraud.scoring.ModelThresholds;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.Role;
import io.openvpos.money.Money;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// The models' page over real HTTP, on a store in memory: the shipped model decides, and one that
/// looks at the amount alone is in shadow. Known fraud is among test payments only.
class ModelPagesTest {

  private static final String MODELS = "/portal/fraud/models";
  private static final int MOST = 6;
  private static final MemoryStore MEMORY = new MemoryStore();
  private static final Clock CLOCK =
      Clock.fixed(Payments.NOON.plus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final ByAmount SHADOW = new ByAmount();
  private static PageServer server;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @ComponentScan
  static class Bare {}

  /// A hundred thousand is certain. It can be held up in the middle of an answer.
  private static final class ByAmount implements ScoringModel {

    private volatile @Nullable CountDownLatch asked;
    private volatile @Nullable CountDownLatch release;

    @Override
    public String name() {
      return "by-amount";
    }

    @Override
    public Score score(double[] vector) {
      CountDownLatch waiter = asked;
      CountDownLatch gate = release;
      if (waiter != null && gate != null) {
        waiter.countDown();
        await(gate);
      }
      return new Score(vector[Feature.AMOUNT.slot()] / 100_000, List.of());
    }
  }

  @BeforeAll
  static void start() throws IOException {
    MongoAssessments assessments = new MongoAssessments(MEMORY.plain("assessments"));
    MongoLabels labels = new MongoLabels(MEMORY.plain("labels"));
    store(assessments, "pay_fraud_high", sale(90_000, "TRY"));
    store(assessments, "pay_fraud_low", sale(100, "TRY"));
    store(assessments, "pay_good_lira", sale(80_000, "TRY"));
    store(assessments, "pay_good_euro", sale(85_000, "EUR"));
    store(assessments, "pay_live_a", sale(95_000, "TRY").live());
    store(assessments, "pay_live_b", sale(50, "TRY").live());
    store(
        assessments,
        "pay_of_before",
        sale(95_000, "TRY").at(Payments.NOON.minus(Duration.ofDays(9))));
    known(labels, "pay_fraud_high");
    known(labels, "pay_fraud_low");
    server = server(assessments, labels);
  }

  private static PageServer server(MongoAssessments assessments, MongoLabels labels)
      throws IOException {
    MongoListEntries lists =
        new MongoListEntries(MEMORY.versioned("list_entries"), MEMORY.plain("list_changes"));
    MongoRuleSets sets =
        new MongoRuleSets(MEMORY.versioned("rule_sets"), MEMORY.versioned("rule_publication"));
    BackTest.Limits limits = new BackTest.Limits(Assessed.THRESHOLDS, MOST);
    Models models = new Models(shipped(), SHADOW);
    return new PageServer(
        Bare.class,
        CLOCK,
        beans -> {
          beans.registerBean(RuleSets.class, () -> sets);
          beans.registerBean(Models.class, () -> models);
          beans.registerBean(
              ModelThresholds.class, () -> new ModelThresholds(6_000, ModelThresholds.NEVER));
          beans.registerBean(
              BackTest.class, () -> new BackTest(assessments, labels, lists, sets, limits, CLOCK));
        });
  }

  @AfterAll
  static void stop() {
    server.close();
    MEMORY.close();
  }

  @Test
  void analystsAndAuditorsReadAndOnlyAnalystsTry() {
    for (Role role : Role.values()) {
      boolean reader = role == Role.FRAUD_ANALYST || role == Role.AUDITOR;
      assertThat(get(role, "").statusCode()).as("%s", role).isEqualTo(reader ? 200 : 403);
      assertThat(post(role, form("live", "30", "", "90")).statusCode())
          .as("%s", role)
          .isEqualTo(role == Role.FRAUD_ANALYST ? 200 : 403);
    }
    assertThat(get(Role.FRAUD_ANALYST, "").body())
        .contains("<form method=\"post\" class=\"search\"");
    assertThat(get(Role.AUDITOR, "").body())
        .doesNotContain("<form method=\"post\" class=\"search\"");
  }

  @Test
  void bothModelsStandSideBySideInTurkish() {
    String body = get(Role.AUDITOR, "").body();
    assertThat(body)
        .contains("Yürürlükteki model", "simulated-3", "Karar veriyor")
        .contains("Olasılık %60,00 ve üstündeyse ödemeyi tek başına incelemeye gönderir.")
        .contains("5 Ocak 2026 – 31 Mart 2026", "Benzetim ödemeleri", "seed=2026")
        .contains("73.589, sahtecilik: 2.285", "28.224, sahtecilik: 1.016", "%98,79", "%94,83")
        .contains("Gölgedeki model", "by-amount", "hiçbir şeyi değiştirmez")
        .contains("data_sha256", "Dosyasında kart yok")
        .contains("aria-current=\"page\"")
        .doesNotContain("tek başına reddeder", "Gölgede model yok", "??");
  }

  @Test
  void bothModelsStandSideBySideInEnglish() {
    String body = get(Role.FRAUD_ANALYST, "?lang=en").body();
    assertThat(body)
        .contains("Live model", "Decides", "from a probability of 60.00% on")
        .contains("payments from 5 January 2026 to 31 March 2026", "73,589, of them fraud: 2,285")
        .contains("Shadow model", "changes nothing", "Its file has no card")
        .contains("value=\"30\"", "value=\"90\"")
        .doesNotContain("??");
  }

  /// Three of four test payments are at or above 80 %; one of them is known as fraud, and so is the
  /// fourth.
  @Test
  void aBackTestShowsWhatTheModelWouldHaveDone() {
    HttpResponse<String> page = post(Role.FRAUD_ANALYST, form("shadow", "7", "test", "80"));
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("Gölgedeki model by-amount, %80,00 ve üstünü reddetseydi")
        .contains("%75,0", "%33,33", "%50,00", "900,00\u00a0TL", "bir alt sınır")
        .containsSubsequence("850,00\u00a0EUR", "800,00\u00a0TL")
        .contains("0 / 3 / 0", "<option value=\"test\" selected")
        .doesNotContain("class=\"notice\"", "error-", "??");
    String english =
        post(Role.FRAUD_ANALYST, "?lang=en", form("shadow", "7", "test", "80,00")).body();
    assertThat(english)
        .contains("Shadow model by-amount, declining from 80.00% on")
        .contains("33.33%", "900.00\u00a0TRY", "850.00\u00a0EUR", "Frauds ranked higher")
        .doesNotContain("??");
  }

  @Test
  void whatCannotBeToldIsSaid() {
    assertThat(post(Role.FRAUD_ANALYST, form("shadow", "7", "live", "80")).body())
        .contains("henüz sahtecilik olarak bilinmiyor", "950,00\u00a0TL")
        .doesNotContain("ilk 200.000");
    assertThat(post(Role.FRAUD_ANALYST, form("shadow", "90", "", "80")).body())
        .contains("ilk 200.000")
        .doesNotContain("henüz sahtecilik olarak bilinmiyor");
  }

  @ParameterizedTest
  @CsvSource({
    "both, 7, '', 80, model",
    "'', 7, '', 80, model",
    "live, '', '', 80, days",
    "live, 0, '', 80, days",
    "live, 91, '', 80, days",
    "live, 1e1, '', 80, days",
    "live, 7, real, 80, mode",
    "live, 7, '', '', from",
    "live, 7, '', 0, from",
    "live, 7, '', 100.01, from",
    "live, 7, '', 80.123, from",
    "live, 7, '', -5, from"
  })
  void whatIsWrongIsShownAtItsField(
      String model, String days, String mode, String from, String field) {
    HttpResponse<String> page = post(Role.FRAUD_ANALYST, form(model, days, mode, from));
    assertThat(page.statusCode()).isEqualTo(422);
    assertThat(page.body().split("id=\"error-", -1)).hasSize(2);
    assertThat(page.body()).contains("id=\"error-" + field).doesNotContain("reddetseydi", "??");
  }

  @Test
  void aSecondBackTestIsToldToWaitInThePage() {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    SHADOW.release = release;
    SHADOW.asked = asked;
    String fields = form("shadow", "7", "test", "80");
    CompletableFuture<HttpResponse<String>> first =
        CompletableFuture.supplyAsync(() -> post(Role.FRAUD_ANALYST, fields));
    try {
      await(asked);
      HttpResponse<String> second = post(Role.FRAUD_ANALYST, form("live", "7", "test", "12,5"));
      assertThat(second.statusCode()).isEqualTo(409);
      assertThat(second.body()).contains("role=\"alert\"", "Yürürlükteki model", "12,5");
    } finally {
      SHADOW.asked = null;
      release.countDown();
    }
    assertThat(first.join().body()).contains("reddetseydi");
  }

  private static Payments sale(long amount, String currency) {
    return Payments.usual()
        .with(Feature.AMOUNT, (double) amount)
        .amount(Money.of(amount, currency));
  }

  private static void store(MongoAssessments assessments, String id, Payments payment) {
    assessments.keepFirst(List.of(Assessed.of(id, payment)));
  }

  private static void known(MongoLabels labels, String payment) {
    labels.add(new Label("l_" + payment, payment, "c", true, "case", "", CLOCK.instant(), "ayşe"));
  }

  private static FraudModel shipped() throws IOException {
    try (InputStream file = ModelFile.class.getResourceAsStream("/model/default.model")) {
      return ModelFile.read(Objects.requireNonNull(file).readAllBytes());
    }
  }

  private static String form(String model, String days, String mode, String from) {
    return "&model=" + model + "&days=" + days + "&mode=" + mode + "&from=" + from;
  }

  private static HttpResponse<String> get(Role role, String query) {
    return server.get(role.code(), MODELS + query);
  }

  private static HttpResponse<String> post(Role role, String fields) {
    return post(role, "", fields);
  }

  private static HttpResponse<String> post(Role role, String query, String fields) {
    return server.post(role.code(), MODELS + query, fields);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
