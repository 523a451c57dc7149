package io.openvpos.fraud.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.openvpos.fraud.assessment.mongo.MongoAssessments;
import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.fraud.dashboard.mongo.MongoCounts;
import io.openvpos.fraud.fakes.Assessed;
import io.openvpos.fraud.fakes.MemoryStore;
import io.openvpos.fraud.fakes.PageServer;
import io.openvpos.fraud.fakes.Payments;
import io.openvpos.fraud.fakes.RoleSessions;
import io.openvpos.fraud.labels.mongo.MongoLabels;
import io.openvpos.fraud.lists.ListDesk;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.lists.ListsInForce;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.fraud.model.FraudModel;
import io.openvpos.fraud.model.ModelFile;
import io.openvpos.fraud.model.Models;
import io.openvpos.fraud.rules.RuleSetDesk;
import io.openvpos.fraud.rules.RuleSets;
import io.openvpos.fraud.rules.StarterPack;
import io.openvpos.fraud.rules.mongo.MongoRuleSets;
import io.openvpos.fraud.scoring.ModelThresholds;
import io.openvpos.fraud.scoring.RuleBook;
import io.openvpos.messaging.MessagingAutoConfiguration;
import io.openvpos.messaging.access.Role;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/// Dashboard, rules, back-tests and lists as pages over real HTTP, on a store in memory.
class AnalystPagesTest {

  private static final String FRAUD = "/portal/fraud";
  private static final MemoryStore MEMORY = new MemoryStore();
  private static final Clock CLOCK =
      Clock.fixed(Payments.NOON.plus(Duration.ofHours(2)), ZoneOffset.UTC);
  private static final MongoListEntries LISTS =
      new MongoListEntries(MEMORY.versioned("list_entries"), MEMORY.plain("list_changes"));
  private static final MongoRuleSets SETS =
      new MongoRuleSets(MEMORY.versioned("rule_sets"), MEMORY.versioned("rule_publication"));
  private static PageServer server;

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration(exclude = MessagingAutoConfiguration.class)
  @ComponentScan({
    "io.openvpos.fraud.dashboard.page",
    "io.openvpos.fraud.rules.page",
    "io.openvpos.fraud.backtest.page",
    "io.openvpos.fraud.lists.page"
  })
  static class Bare {}

  @BeforeAll
  static void start() {
    MongoAssessments assessments = new MongoAssessments(MEMORY.plain("assessments"));
    assessments.keepFirst(List.of(Assessed.of("pay_a", Payments.usual())));
    MongoLabels labels = new MongoLabels(MEMORY.plain("labels"));
    MongoCounts counts =
        new MongoCounts(MEMORY.plain("hours"), MEMORY.versioned("days"), MEMORY.plain("known"));
    HourCounter counter = new HourCounter(assessments, counts, CLOCK);
    counter.advance();
    RuleTimes times = new RuleTimes(new SimpleMeterRegistry());
    BackTest.Limits limits = new BackTest.Limits(Assessed.THRESHOLDS, 100);
    RuleSetDesk desk = new RuleSetDesk(SETS, CLOCK);
    desk.create("Başlangıç", StarterPack.rules(), "starter-pack");
    server =
        new PageServer(
            Bare.class,
            CLOCK,
            beans -> {
              beans.registerBean(RuleSets.class, () -> SETS);
              beans.registerBean(RuleSetDesk.class, () -> desk);
              beans.registerBean(RuleBook.class, () -> new RuleBook(Assessed.THRESHOLDS));
              beans.registerBean(ListEntries.class, () -> LISTS);
              beans.registerBean(ListsInForce.class, () -> new ListsInForce(LISTS, CLOCK));
              beans.registerBean(ListDesk.class, () -> new ListDesk(LISTS, CLOCK));
              beans.registerBean(
                  BackTest.class,
                  () -> new BackTest(assessments, labels, LISTS, SETS, limits, CLOCK));
              beans.registerBean(Models.class, () -> new Models(retrained(), null));
              beans.registerBean(
                  ModelThresholds.class,
                  () -> new ModelThresholds(ModelThresholds.NEVER, ModelThresholds.NEVER));
              beans.registerBean(
                  Dashboard.class, () -> new Dashboard(counts, counter, times, CLOCK));
            });
  }

  @AfterAll
  static void stop() {
    server.close();
    MEMORY.close();
  }

  @Test
  void analystsAndAuditorsReadAndNobodyElse() {
    for (Role role : Role.values()) {
      boolean reader = role == Role.FRAUD_ANALYST || role == Role.AUDITOR;
      for (String path :
          List.of("/dashboard?mode=test", "/rules", "/rules/1", "/lists", "/models")) {
        HttpResponse<String> page = get(role.code(), path);
        assertThat(page.statusCode()).as(role + " at " + path).isEqualTo(reader ? 200 : 403);
        assertThat(page.body()).as(path).doesNotContain("??");
      }
    }
    assertThat(get("auditor", "/rules/new").statusCode()).isEqualTo(403);
    assertThat(get("auditor", "/rules/1").body()).doesNotContain("/shadow\"");
    assertThat(get("auditor", "/lists").body()).doesNotContain("/portal/fraud/lists/file");
    assertThat(post("auditor", "/rules/1/shadow", "").statusCode()).isEqualTo(403);
    assertThat(post("auditor", "/lists", "").statusCode()).isEqualTo(403);
    assertThat(get("auditor", "/rules/99").statusCode()).isEqualTo(404);
  }

  @Test
  void withoutAShadowModelThePageSaysSo() {
    assertThat(get("auditor", "/models").body())
        .contains("Gölgede model yok", "Yalnız öneriyor", "stored-1")
        .doesNotContain("<option");
    HttpResponse<String> refused =
        post("fraud_analyst", "/models", "&model=shadow&days=30&mode=&from=90");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("error-model").doesNotContain("error-days");
  }

  /// As `retrain` writes it; the card's last line is none that a page has words for.
  @Test
  void theCardOfARetrainedModelIsToldInWords() {
    assertThat(get("auditor", "/models?lang=en").body())
        .contains("with what was known as fraud by 20 Nov 2026 13:00:00", "Stored live payments")
        .contains("trained on 2026-10-01 to 2026-10-20", "4,000, of them fraud: 90")
        .contains("Payments calibrated on", "800, of them fraud: 21")
        .contains("91.50%", "The model that answered then, simulated-2: 88.00%.")
        .contains("later_line", "&lt;b&gt;")
        .doesNotContain("newest_label", "served_roc_area", "??");
  }

  @Test
  void theDashboardShowsWhatWasCounted() {
    assertThat(get("auditor", "/dashboard?mode=test").body())
        .contains("Gösterge", "5–9", "<meter", "2026");
    assertThat(get("auditor", "/dashboard?mode=test&lang=en").body()).contains("Recall");
  }

  /// The third line of the sheet is wrong in its 11th column.
  @Test
  void aFaultIsShownWhereItStandsAndNothingIsKept() {
    String sheet = "# deneme\nrule gece: decline\nwhen: hour < \"x\"\ntr: Gece\nen: Night\nne bu\n";
    int before = SETS.newest();
    HttpResponse<String> refused =
        post("fraud_analyst", "/rules", "&note=x&sheet=" + encoded(sheet));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("Satır 3, sütun 12", "Satır 6", "rule gece: decline", " ^");
    assertThat(SETS.newest()).isEqualTo(before);
  }

  @Test
  void aVersionGoesFromTheEditorIntoForceByTwoPeople() {
    String sheet = "rule gece: score 20\nwhen: hour < 6\n  && amount > 100\ntr: Gece\nen: Night\n";
    HttpResponse<String> made =
        post("fraud_analyst.ada", "/rules", "&note=Gece+kural%C4%B1&sheet=" + encoded(sheet));
    assertThat(made.statusCode()).isEqualTo(303);
    String path = made.headers().firstValue("Location").orElseThrow().substring(FRAUD.length());
    assertThat(get("fraud_analyst.ada", path).body()).contains("Gece kuralı", "gece", "puan 20");
    assertThat(get("fraud_analyst.ada", path).body()).doesNotContain("/approve\"");

    assertThat(post("fraud_analyst.ada", path + "/approve", "").statusCode()).isEqualTo(409);
    assertThat(post("fraud_analyst.ada", path + "/activate", "").statusCode()).isEqualTo(409);
    assertThat(post("fraud_analyst.ada", path + "/shadow", "").statusCode()).isEqualTo(303);
    assertThat(post("fraud_analyst.bora", path + "/approve", "").statusCode()).isEqualTo(303);
    assertThat(post("fraud_analyst.ada", path + "/activate", "").statusCode()).isEqualTo(303);
    assertThat(get("auditor", "/rules").body()).contains("Yürürlükte");
    assertThat(get("auditor", "/rules/1").body()).contains("kalktı", "yeni");

    HttpResponse<String> tested = post("fraud_analyst.ada", path + "/back-test", "&days=30");
    assertThat(tested.statusCode()).isEqualTo(200);
    assertThat(tested.body()).contains("gece").doesNotContain("??");
    assertThat(post("fraud_analyst.ada", path + "/back-test", "&days=91").statusCode())
        .isEqualTo(422);
    assertThat(post("fraud_analyst.ada", path + "/deactivate", "").statusCode()).isEqualTo(303);
  }

  @Test
  void anEntryIsAddedFoundAndRemoved() {
    HttpResponse<String> wrong =
        post("fraud_analyst", "/lists", "&list=block_ip&value=999.1&mode=&reason=&ttl_hours=x");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("error-value", "error-reason");
    String right =
        "&list=block_email&value=%40K%C3%B6t%C3%BC.test&mode=&reason=deneme&ttl_hours=24";
    assertThat(post("fraud_analyst", "/lists", right).statusCode()).isEqualTo(303);
    assertThat(get("auditor", "/lists?search=%40k%C3%B6t%C3%BC.TEST").body())
        .contains("@kötü.test");
    String id = LISTS.ofValue("@kötü.test").getFirst().id();
    assertThat(post("fraud_analyst", "/lists/" + id + "/remove", "").statusCode()).isEqualTo(303);
    assertThat(LISTS.ofValue("@kötü.test")).isEmpty();
    assertThat(post("fraud_analyst", "/lists/none/remove", "").statusCode()).isEqualTo(404);
  }

  @Test
  void aFileIsTakenWholeOrNotAtAll() {
    HttpResponse<String> wrong = file("list,value,reason\nblock_country,DE,ok\nblock_ip,x,y\n");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(wrong.body()).contains("2/value");
    assertThat(LISTS.ofValue("DE")).isEmpty();
    assertThat(file("list,value,reason\nblock_country,DE,ok\n").statusCode()).isEqualTo(303);
    assertThat(LISTS.ofValue("DE")).hasSize(1);
  }

  @Test
  void aFormWithoutTheTokenDoesNothing() {
    HttpResponse<String> foreign =
        server.send(
            server
                .request("fraud_analyst", FRAUD + "/rules/1/shadow")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("csrf=another")));
    assertThat(foreign.statusCode()).isEqualTo(403);
  }

  private static FraudModel retrained() {
    Map<String, String> card = new LinkedHashMap<>();
    card.put("data", "stored live payments, trained on 2026-10-01 to 2026-10-20");
    card.put("newest_label", "2026-11-20T10:00:00Z");
    card.put("calibration_rows", "800 of which fraud 21");
    card.put("served_by", "simulated-2");
    card.put("served_roc_area", "0.8800");
    card.put("training_rows", "4000 of which fraud 90");
    card.put("roc_area", "0.9150");
    card.put("later_line", "<b>");
    try (InputStream file = ModelFile.class.getResourceAsStream("/model/default.model")) {
      FraudModel shipped = ModelFile.read(Objects.requireNonNull(file).readAllBytes());
      return new FraudModel(
          "stored-1", shipped.features(), shipped.trees(), shipped.calibration(), card);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static HttpResponse<String> file(String csv) {
    String body =
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
            + csv
            + "\r\n--x--\r\n";
    return server.send(
        server
            .request("fraud_analyst", FRAUD + "/lists/file?csrf=" + RoleSessions.CSRF)
            .header("Content-Type", "multipart/form-data; boundary=x")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  private static HttpResponse<String> get(String who, String path) {
    return server.get(who, FRAUD + path);
  }

  private static HttpResponse<String> post(String who, String path, String fields) {
    return server.post(who, FRAUD + path, fields);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
