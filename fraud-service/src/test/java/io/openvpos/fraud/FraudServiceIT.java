package io.openvpos.fraud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.bwaldvogel.mongo.MongoServer;
import de.bwaldvogel.mongo.backend.memory.MemoryBackend;
import io.openvpos.fraud.embedded.Arguments;
import io.openvpos.fraud.embedded.Asker;
import io.openvpos.fraud.embedded.Asker.Question;
import io.openvpos.fraud.embedded.Broker;
import io.openvpos.fraud.embedded.HttpPeers;
import io.openvpos.fraud.embedded.PaymentLife;
import io.openvpos.fraud.embedded.StaffSigner;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMoney;
import io.openvpos.schemas.authorization.AuthenticationStanding;
import io.openvpos.schemas.authorization.Card;
import io.openvpos.schemas.authorization.PaymentCaptured;
import io.openvpos.schemas.fraud.RiskAssessed;
import io.openvpos.schemas.fraud.RiskDecision;
import io.openvpos.schemas.settlement.ChargebackReceived;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The whole service on a real broker, from question to answer. Each test uses cards and payments
/// of its own.
@TestInstance(Lifecycle.PER_CLASS)
class FraudServiceIT {

  private final Instant now = Instant.now();
  private static final Duration SOON = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(50);

  private final HttpClient http = HttpClient.newHttpClient();
  private final MongoServer mongo = new MongoServer(new MemoryBackend());
  private final StaffSigner signer;
  private final Broker broker;
  private final HttpPeers peers;
  private final Asker asker;
  private ConfigurableApplicationContext service;

  FraudServiceIT(@TempDir Path folder) throws Exception {
    signer = new StaffSigner();
    broker = Broker.start(folder);
    peers = HttpPeers.start(signer);
    mongo.bind();
    service = start();
    asker =
        new Asker(
            broker.address(),
            peers.url(),
            IntStream.range(0, 4)
                .mapToObj(each -> new TopicPartition(Topics.ASSESSMENTS.name(), each))
                .toList());
  }

  @BeforeAll
  void isReady() {
    awaitReady();
  }

  @AfterAll
  void close() {
    asker.close();
    service.close();
    mongo.shutdownNow();
    peers.close();
    broker.close();
  }

  @Test
  void answersToThePartitionThatTheAskerReads() {
    String asked = asker.ask(new Question("card-a", "pay_a", "h", 3), now);
    Asker.Answer answer = answer(asked);
    assertThat(answer.partition()).isEqualTo(3);
    assertThat(answer.value().getPaymentId()).isEqualTo("pay_a");
    assertThat(answer.value().getDecision()).isEqualTo(RiskDecision.APPROVE);
    assertThat(answer.value().getScore()).isEqualTo(5);
  }

  @Test
  void anotherAskingGetsTheFirstAssessmentAndIsNotCounted() {
    String first = asker.ask(new Question("card-b", "pay_b", "h", 0), now);
    String second = asker.ask(new Question("card-b", "pay_b", "h", 2), now.plusSeconds(1));
    assertThat(answer(second).partition()).isEqualTo(2);
    assertThat(answer(second).value().getEnvelope().getEventId())
        .isEqualTo(answer(first).value().getEnvelope().getEventId());
    for (int i = 0; i < 2; i++) {
      String next = asker.ask(new Question("card-b", "pay_b" + i, "h", 0), now.plusSeconds(2));
      assertThat(answer(next).value().getDecision()).isEqualTo(RiskDecision.APPROVE);
    }
    String fourth = asker.ask(new Question("card-b", "pay_b4", "h", 0), now.plusSeconds(2));
    RiskAssessed declined = answer(fourth).value();
    assertThat(declined.getDecision()).isEqualTo(RiskDecision.DECLINE);
    assertThat(declined.getReasons()).startsWith("velocity_minute");
  }

  @Test
  void aRestartReplaysToTheSameStateAndStaysSilentAboutWhatWasAnswered() throws Exception {
    for (int i = 0; i < 3; i++) {
      answer(asker.ask(new Question("card-c", "pay_c" + i, "h", 1), now));
    }
    int before = asker.answers().size();
    JsonNode held = state();
    service.close();
    service = start();
    awaitReady();
    await().atMost(SOON).untilAsserted(() -> assertThat(state()).isEqualTo(held));
    assertThat(held.get("topic").asString()).isEqualTo(Topics.RISK_CHECKS.name());
    assertThat(held.get("schema_hash").asString()).matches("[0-9a-f]{64}");
    assertThat(held.get("data").valueStream().mapToLong(each -> each.get("attempts").asLong()))
        .anySatisfy(attempts -> assertThat(attempts).isGreaterThanOrEqualTo(3));
    String asked = asker.ask(new Question("card-c", "pay_c3", "h", 1), now.plusSeconds(1));
    assertThat(answer(asked).value().getReasons()).startsWith("velocity_minute");
    assertThat(asker.answers()).hasSize(before + 1);
    assertThat(state()).isNotEqualTo(held);
    assertThat(get("/v1/fraud/state", signer.token("acquirer_ops")).statusCode()).isEqualTo(403);
    assertThat(get("/v1/fraud/state", "forged").statusCode()).isEqualTo(401);
  }

  @Test
  void anAskerWhoseClockIsDaysAheadTakesNoCardsWindowAway() {
    for (int i = 0; i < 3; i++) {
      answer(asker.ask(new Question("card-g", "pay_g" + i, "h", 1), now));
    }
    answer(asker.ask(new Question("card-g", "pay_g3", "h", 1), now.plus(Duration.ofDays(2))));

    String asked = asker.ask(new Question("card-g", "pay_g4", "h", 1), now.plusSeconds(1));

    assertThat(answer(asked).value().getReasons()).startsWith("velocity_minute");
  }

  @Test
  void whatCannotBeReadGoesToTheDeadLettersAndHoldsNothingUp() {
    asker.send("card-d", new byte[] {7, 7, 7});
    asker.send("card-d", null);
    String toNowhere = asker.ask(new Question("card-d", "pay_d0", "h", 99), now);
    Question newer = new Question("card-d", "pay_d1", "h", 0);
    asker.publish(
        Topics.RISK_CHECKS,
        "card-d",
        Asker.wire(newer, "newer", now).setMode(io.openvpos.schemas.Mode.UNKNOWN).build());
    String asked = asker.ask(new Question("card-d", "pay_d", "h", 0), now);
    assertThat(answer(asked).value().getPaymentId()).isEqualTo("pay_d");
    assertThat(asker.answer(toNowhere)).isEmpty();
    assertThat(dead(Topology.UNREADABLE_RISK_CHECKS.topic().name(), 1, 4))
        .anySatisfy(value -> assertThat(value).containsExactly(7, 7, 7))
        .anySatisfy(value -> assertThat(value).isNull());
  }

  @Test
  void analystsReadAssessmentsAndOthersDoNot() throws Exception {
    answer(asker.ask(new Question("card-e", "pay_e", "h1", 0), now));
    answer(asker.ask(new Question("card-e", "pay_e", "h2", 0), now));
    String analyst = signer.token("fraud_analyst");
    HttpResponse<String> found = get("/v1/assessments/pay_e", analyst);
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    JsonNode json = new JsonMapper().readTree(found.body());
    assertThat(json.get("payment_id").asString()).isEqualTo("pay_e");
    assertThat(json.get("mode").asString()).isEqualTo("test");
    assertThat(json.get("decision").asString()).isEqualTo("approve");
    assertThat(json.get("velocity").get("last_day").asInt()).isEqualTo(1);
    assertThat(json.get("request_hash").asString()).isEqualTo("h2");
    JsonNode model = json.get("model");
    assertThat(model.get("name").asString()).isEqualTo("simulated-3");
    assertThat(model.get("features").get("amount").asDouble()).isEqualTo(12_990);
    assertThat(model.get("features").get("card_count_1d").asDouble()).isEqualTo(1);
    assertThat(model.get("reasons").isArray()).isTrue();
    assertThat(json.get("superseded").get(0).get("request_hash").asString()).isEqualTo("h1");
    assertThat(Instant.parse(json.get("assessed_at").asString())).isAfter(now);

    assertThat(get("/v1/assessments/pay_unknown", analyst).statusCode()).isEqualTo(404);
    assertThat(get("/v1/assessments/pay_e", signer.token("merchant_admin")).statusCode())
        .isEqualTo(403);
    assertThat(get("/v1/assessments/pay_e", "forged").statusCode()).isEqualTo(401);
  }

  @Test
  void aModelInShadowSpeaksBesideAndIsTriedOnThePast() throws Exception {
    answer(asker.ask(new Question("card-s", "pay_s", "h1", 0), now));
    String analyst = signer.token("fraud_analyst");
    JsonMapper json = new JsonMapper();
    JsonNode model = json.readTree(get("/v1/assessments/pay_s", analyst).body()).get("model");
    assertThat(model.get("shadow").get("name").asString()).isEqualTo("simulated-3");
    assertThat(model.get("shadow").get("probability").asDouble())
        .isEqualTo(model.get("probability").asDouble());
    JsonNode models = json.readTree(get("/v1/models", analyst).body()).get("data");
    assertThat(models).hasSize(2);
    assertThat(models.get(1).get("id").asString()).isEqualTo("shadow");
    assertThat(models.get(1).get("card").get("data_sha256").asString()).hasSize(64);

    String path = "/v1/models/shadow/back-test";
    String body = "{\"days\": 2, \"mode\": \"test\", \"from_basis_points\": 1}";
    JsonNode tested = post(path, analyst, body, 200);
    assertThat(tested.get("flagged").asLong()).isPositive();
    assertThat(tested.get("good_blocked").get("TRY").asLong()).isPositive();
    post(path, signer.token("auditor"), body, 403);
    post("/v1/models/none/back-test", analyst, body, 404);
    JsonNode refused = post(path, analyst, "{\"days\": 2, \"from_basis_points\": 0}", 400);
    assertThat(refused.get("errors").get(0).get("pointer").asString())
        .isEqualTo("/from_basis_points");
  }

  @Test
  void rulesAreListed() throws Exception {
    HttpResponse<String> listed = get("/v1/rules", signer.token("auditor"));
    assertThat(listed.statusCode()).as(listed.body()).isEqualTo(200);
    JsonNode json = new JsonMapper().readTree(listed.body());
    assertThat(json.get("decline_at").asInt()).isEqualTo(80);
    assertThat(json.get("high_amounts").get("EUR").asLong()).isEqualTo(200_000);
    assertThat(json.get("data").valueStream().map(rule -> rule.get("code").asString()))
        .containsExactly(
            "fraud_test_email",
            "velocity_minute",
            "velocity_hour",
            "velocity_day",
            "high_amount_foreign_card");
  }

  @Test
  void aVersionInForceAndABlockListDeclineWithTheirReasons() throws Exception {
    String ayse = signer.token("fraud_analyst", "ayşe");
    String rule =
        """
        {"note": "deneme", "rules": [{"code": "stolen_card", "when": "card == 'card-r'",
          "action": "decline", "text_tr": "Çalıntı", "text_en": "Stolen"}]}\
        """;
    String set = inForce(ayse, rule);
    String entry = "{\"list\": \"block_card\", \"value\": \"card-l\", \"reason\": \"ihbar\"}";
    post("/v1/lists", ayse, entry, 201);
    awaitDeclined("card-r", "stolen_card");
    String declined = awaitDeclined("card-l", "block_list_card");
    assertThat(reasons("pay_ruled", "card-r", ayse)).contains("stolen_card Çalıntı Stolen");
    assertThat(get("/v1/assessments/" + declined, ayse).body())
        .contains("Card on a block list", "Kart engelleme listesinde");

    JsonNode report = post("/v1/rule-sets/" + set + "/back-test", ayse, "{\"days\": 2}", 200);
    assertThat(report.get("rules").get(0).get("matches").asLong()).isPositive();
    assertThat(get("/actuator/prometheus", ayse).body())
        .contains("fraud_rule_matches_total{", "rule=\"stolen_card\"");
  }

  /// The card's velocity limit is three a minute, so each payment has a card of its own.
  @Test
  void aChallengeIsAnsweredAlikeAndAProofSatisfiesIt() throws Exception {
    String ayse = signer.token("fraud_analyst", "ayşe");
    String rule =
        """
        {"note": "deneme", "rules": [{"code": "prove", "when": "card.startsWith('card-p')",
          "action": "challenge", "text_tr": "Kanıt", "text_en": "Prove"}]}\
        """;
    String set = inForce(ayse, rule);
    AtomicInteger tries = new AtomicInteger();
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          String card = "card-p" + tries.getAndIncrement();
          Question unable = new Question(card, "pay_" + card, "h", 0);
          RiskAssessed review = answer(asker.ask(unable, now)).value();
          assertThat(review.getReasons()).startsWith("prove", "challenge_not_possible");
          assertThat(review.getDecision()).isEqualTo(RiskDecision.REVIEW);
        });

    Question able = new Question("card-pp", "pay_pp", "h", 0);
    RiskAssessed challenge = answeredAlike(able, AuthenticationStanding.POSSIBLE);
    assertThat(challenge.getDecision()).isEqualTo(RiskDecision.CHALLENGE);
    // What the model says follows, and depends on how many were asked before.
    assertThat(challenge.getReasons()).startsWith("prove");
    Question proved = new Question("card-pp", "pay_pp", "h2", 0);
    RiskAssessed approval = answeredAlike(proved, AuthenticationStanding.AUTHENTICATED);
    assertThat(approval.getDecision()).isEqualTo(RiskDecision.APPROVE);

    JsonNode kept = new JsonMapper().readTree(get("/v1/assessments/pay_pp", ayse).body());
    assertThat(kept.get("authentication").asString()).isEqualTo("authenticated");
    assertThat(kept.get("superseded").get(0).get("decision").asString()).isEqualTo("challenge");
    assertThat(get("/v1/cases/pay_pp", ayse).statusCode()).isEqualTo(404);
    assertThat(get("/v1/cases/pay_card-p" + (tries.get() - 1), ayse).statusCode()).isEqualTo(200);
    post("/v1/rule-sets/" + set + "/deactivate", ayse, "{}", 200);
  }

  private RiskAssessed answeredAlike(Question question, AuthenticationStanding standing) {
    RiskAssessed first = answer(asker.ask(question, now, standing)).value();
    RiskAssessed again = answer(asker.ask(question, now.plusSeconds(1), standing)).value();
    assertThat(again.getEnvelope().getEventId()).isEqualTo(first.getEnvelope().getEventId());
    assertThat(again.getDecision()).isEqualTo(first.getDecision());
    return first;
  }

  private String inForce(String author, String rules) throws Exception {
    String set = post("/v1/rule-sets", author, rules, 201).get("id").asString();
    post("/v1/rule-sets/" + set + "/shadow", author, "{}", 200);
    post("/v1/rule-sets/" + set + "/activate", author, "{}", 409);
    post("/v1/rule-sets/" + set + "/approve", signer.token("fraud_analyst", "bora"), "{}", 200);
    post("/v1/rule-sets/" + set + "/activate", author, "{}", 200);
    return set;
  }

  @Test
  void aFraudChargebackLabelsThePaymentAndItsCardIsWatched() throws Exception {
    answer(asker.ask(new Question("card-w", "pay_w", "h", 0), now));
    asker.publish(Topics.CHARGEBACKS, "m1", chargeback("pay_w"));
    asker.publish(Topics.CHARGEBACKS, "m1", chargeback("pay_w"));
    String analyst = signer.token("fraud_analyst");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/v1/lists?list=watch_card", analyst).body())
                .containsOnlyOnce("\"value\":\"card-w\""));
    List<String> told = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      reader.assign(
          IntStream.range(0, 4)
              .mapToObj(each -> new TopicPartition(Topics.LABELS.name(), each))
              .toList());
      await()
          .atMost(SOON)
          .until(() -> {
            reader.poll(POLL).forEach(each -> told.add(each.key()));
            return told.contains("card-w");
          });
    }
    assertThat(told).containsOnlyOnce("card-w");
  }

  /// What cannot be read stands between facts that can.
  @Test
  void whatHappensToAPaymentUnderReviewIsOnItsCase() throws Exception {
    Question question = new Question("card-o", "pay_o", "h", 0);
    asker.publish(
        Topics.RISK_CHECKS,
        "card-o",
        Asker.wire(question, "abroad", now)
            .setCard(new Card("visa", "41556501", "6111", "credit", "DE", "foreign"))
            .setAmount(WireMoney.of(Money.of(20_000_000, "TRY")))
            .build());
    assertThat(answer("abroad").value().getDecision()).isEqualTo(RiskDecision.REVIEW);
    PaymentLife life = new PaymentLife("pay_o", now);
    asker.publish(Topics.PAYMENTS, "m1", life.authorized(20_000_000));
    asker.send(new ProducerRecord<>(Topics.PAYMENTS.name(), "m1", new byte[] {7, 7, 7}));
    PaymentCaptured captured = life.captured(20_000_000);
    asker.publish(Topics.PAYMENTS, "m1", captured);
    asker.publish(Topics.PAYMENTS, "m1", captured);
    asker.publish(Topics.PAYMENTS, "m1", life.refunded(5_000_000));

    String analyst = signer.token("fraud_analyst");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(timeline("pay_o", analyst))
                .containsExactly(
                    "assessed -", "authorized 20000000", "captured 20000000", "refunded 5000000"));
    assertThat(dead(Topics.PAYMENTS.deadLetters(Topology.OUTCOMES_GROUP), 4, 1))
        .singleElement(InstanceOfAssertFactories.BYTE_ARRAY)
        .containsExactly(7, 7, 7);
    assertThat(get("/v1/dead-letters", signer.token("acquirer_ops")).body())
        .doesNotContain(Topics.PAYMENTS.name());
  }

  /// Without the case's own opening, which has this machine's time.
  private List<String> timeline(String payment, String token) throws Exception {
    return new JsonMapper()
        .readTree(get("/v1/cases/" + payment, token).body())
        .get("timeline")
        .valueStream()
        .filter(each -> !each.get("what").asString().equals("opened"))
        .map(each -> each.get("what").asString() + " " + each.path("amount").asString("-"))
        .toList();
  }

  /// As many as there should be, of a topic of dead letters.
  private List<byte[]> dead(String topic, int partitions, int count) {
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      reader.assign(
          IntStream.range(0, partitions)
              .mapToObj(each -> new TopicPartition(topic, each))
              .toList());
      List<byte[]> put = new ArrayList<>();
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            reader.poll(POLL).forEach(each -> put.add(each.value()));
            assertThat(put).hasSize(count);
          });
      return put;
    }
  }

  @Test
  void theApiIsDescribed() throws Exception {
    assertThat(get("/v3/api-docs", "none").body()).contains("/v1/assessments/{paymentId}");
  }

  private JsonNode state() throws Exception {
    HttpResponse<String> found = get("/v1/fraud/state", signer.token("auditor"));
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    return new JsonMapper().readTree(found.body());
  }

  private List<String> reasons(String payment, String card, String token) throws Exception {
    answer(asker.ask(new Question(card, payment, "h", 0), now));
    List<String> texts = new ArrayList<>();
    new JsonMapper()
        .readTree(get("/v1/assessments/" + payment, token).body())
        .get("reason_texts")
        .forEach(each ->
            texts.add(
                each.get("code").asString()
                    + " "
                    + each.get("text_tr").asString()
                    + " "
                    + each.get("text_en").asString()));
    return texts;
  }

  private String awaitDeclined(String card, String reason) {
    AtomicInteger tries = new AtomicInteger();
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          String payment = "pay_" + card + "_" + tries.getAndIncrement();
          RiskAssessed answered =
              answer(asker.ask(new Question(card, payment, "h", 0), now)).value();
          assertThat(answered.getReasons()).contains(reason);
          assertThat(answered.getDecision()).isEqualTo(RiskDecision.DECLINE);
        });
    return "pay_" + card + "_" + (tries.get() - 1);
  }

  private ChargebackReceived chargeback(String paymentId) {
    return ChargebackReceived.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId("cb_1:1")
                .setOccurredAt(now)
                .setAggregateVersion(1)
                .build())
        .setChargebackId("cb_1")
        .setPaymentId(paymentId)
        .setMerchantId("m1")
        .setMode(Mode.TEST)
        .setSalesDay(LocalDate.ofInstant(now, ZoneOffset.UTC))
        .setAmount(WireMoney.of(Money.of(12_990, "TRY")))
        .setContractVersion(1)
        .setReason("10.4")
        .build();
  }

  private JsonNode post(String path, String token, String body, int status) throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    HttpResponse<String> answered = http.send(request, BodyHandlers.ofString());
    assertThat(answered.statusCode()).as(answered.body()).isEqualTo(status);
    return new JsonMapper().readTree(answered.body());
  }

  private Asker.Answer answer(String correlationId) {
    await().atMost(SOON).untilAsserted(() -> assertThat(asker.answer(correlationId)).isPresent());
    return asker.answer(correlationId).orElseThrow();
  }

  private void awaitReady() {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(get("/actuator/health/readiness", "none"))
                .satisfies(
                    ready -> assertThat(ready.statusCode()).as(ready.body()).isEqualTo(200)));
  }

  private HttpResponse<String> get(String path, String token) throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(10))
            .header("Authorization", "Bearer " + token)
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private ConfigurableApplicationContext start() {
    return FraudApplication.start(
        Arguments.of(
            broker, peers, mongo, "--vpos.fraud.model.shadow-file=classpath:model/default.model"));
  }
}
