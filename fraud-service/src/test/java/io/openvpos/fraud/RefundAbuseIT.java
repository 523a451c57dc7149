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
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.fraud.RiskAssessed;
import io.openvpos.schemas.fraud.RiskDecision;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Goal: who has money back again and again is sent to review by the starter rules. Method: a card
/// pays six times and is refunded each time; the payments' facts are the edge's, on a real broker.
/// A day later, which is a matter of the question's record, it pays again.
class RefundAbuseIT {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int PAYMENTS = 6;
  private static final String CARD = "card-r";

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();
  private final StaffSigner signer = new StaffSigner();
  private final String analyst = signer.token("fraud_analyst", "ayşe");
  private final Instant now = Instant.now();

  RefundAbuseIT() throws Exception {}

  @Test
  void aCardThatIsRefundedAgainAndAgainIsReviewed(@TempDir Path folder) throws Exception {
    MongoServer mongo = new MongoServer(new MemoryBackend());
    mongo.bind();
    try (Broker broker = Broker.start(folder);
        HttpPeers peers = HttpPeers.start(signer);
        Asker asker = asker(broker, peers)) {
      JsonNode state;
      try (ConfigurableApplicationContext service = start(broker, peers, mongo)) {
        starterRulesInForce(service);
        payAndBeRefunded(asker);
        awaitTold(broker);
        assertThat(answer(asker, asker.ask(new Question(CARD, "pay_same_day", "h", 0), now)))
            .satisfies(today -> assertThat(today.getDecision()).isEqualTo(RiskDecision.APPROVE));

        String reviewed = awaitReviewADayLater(broker, asker);

        asker.publish(Topics.PAYMENTS, "m1", new PaymentLife(reviewed, now).authorized(12_990));
        await()
            .atMost(SOON)
            .untilAsserted(() ->
                assertThat(get(service, "/v1/cases/" + reviewed).get("timeline").toString())
                    .contains("\"authorized\""));
        JsonNode found = get(service, "/v1/assessments/" + reviewed);
        assertThat(found.at("/model/features/card_refunded_30d").asInt()).isEqualTo(PAYMENTS);
        assertThat(found.get("reason_texts").toString())
            .contains("tekrar tekrar iade edildi", "refunded again and again");
        state = get(service, "/v1/fraud/state");
      }
      setTimes(broker, "LogAppendTime");
      try (ConfigurableApplicationContext again = start(broker, peers, mongo)) {
        await()
            .atMost(SOON)
            .untilAsserted(() -> assertThat(get(again, "/v1/fraud/state")).isEqualTo(state));
      }
    } finally {
      mongo.shutdownNow();
    }
  }

  private void payAndBeRefunded(Asker asker) {
    for (int i = 0; i < PAYMENTS; i++) {
      String payment = "pay_r" + i;
      Instant at = now.minus(Duration.ofMinutes(30L * (PAYMENTS - i)));
      assertThat(answer(asker, asker.ask(new Question(CARD, payment, "h", 0), at)).getDecision())
          .isEqualTo(RiskDecision.APPROVE);
      PaymentLife life = new PaymentLife(payment, at);
      asker.publish(Topics.PAYMENTS, "m1", life.authorized(12_990));
      asker.publish(Topics.PAYMENTS, "m1", life.captured(12_990));
      asker.publish(Topics.PAYMENTS, "m1", life.refunded(5_000));
      asker.publish(Topics.PAYMENTS, "m1", life.refunded(7_990));
    }
  }

  /// Until all refunds are on the labels' log.
  private static void awaitTold(Broker broker) {
    List<String> told = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      reader.assign(partitions(Topics.LABELS.name()));
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            reader.poll(Duration.ofMillis(50)).forEach(each -> told.add(each.key()));
            assertThat(told).hasSize(2 * PAYMENTS).containsOnly(CARD);
          });
    }
  }

  /// The instance reads the labels' log beside the questions, so it may be a question late.
  private String awaitReviewADayLater(Broker broker, Asker asker) throws Exception {
    setTimes(broker, "CreateTime");
    AtomicInteger asked = new AtomicInteger();
    await()
        .atMost(SOON)
        .pollInterval(Duration.ofSeconds(1))
        .untilAsserted(() -> {
          int number = asked.incrementAndGet();
          Instant at = now.plus(Duration.ofHours(25)).plus(Duration.ofMinutes(number));
          Question question = new Question(CARD, "pay_next" + number, "h", 0);
          asker.send(
              new ProducerRecord<>(
                  Topics.RISK_CHECKS.name(),
                  null,
                  at.toEpochMilli(),
                  CARD,
                  asker.written(question, "next-" + number, at)));
          RiskAssessed answered = answer(asker, "next-" + number);
          assertThat(answered.getDecision()).isEqualTo(RiskDecision.REVIEW);
          assertThat(answered.getReasons()).startsWith("refund_abuse");
        });
    return "pay_next" + asked.get();
  }

  /// Whether records of questions have their sender's time, as no real topic's may.
  private static void setTimes(Broker broker, String whose) throws Exception {
    ConfigResource topic = new ConfigResource(ConfigResource.Type.TOPIC, Topics.RISK_CHECKS.name());
    Map<String, String> wanted =
        Map.of(
            TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
            whose,
            TopicConfig.MESSAGE_TIMESTAMP_AFTER_MAX_MS_CONFIG,
            String.valueOf(Long.MAX_VALUE));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.address()))) {
      List<AlterConfigOp> changes =
          wanted.entrySet().stream()
              .map(each ->
                  new AlterConfigOp(new ConfigEntry(each.getKey(), each.getValue()), OpType.SET))
              .toList();
      admin.incrementalAlterConfigs(Map.of(topic, changes)).all().get();
    }
  }

  private void starterRulesInForce(ConfigurableApplicationContext service) throws Exception {
    awaitReady(service);
    post(service, "/v1/rule-sets/1/shadow", analyst);
    post(service, "/v1/rule-sets/1/approve", signer.token("fraud_analyst", "bora"));
    post(service, "/v1/rule-sets/1/activate", analyst);
  }

  private void awaitReady(ConfigurableApplicationContext service) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(call(service, "/actuator/health/readiness", analyst, false).statusCode())
                .isEqualTo(200));
  }

  private static RiskAssessed answer(Asker asker, String correlationId) {
    await().atMost(SOON).untilAsserted(() -> assertThat(asker.answer(correlationId)).isPresent());
    return asker.answer(correlationId).orElseThrow().value();
  }

  private JsonNode get(ConfigurableApplicationContext service, String path) throws Exception {
    HttpResponse<String> found = call(service, path, analyst, false);
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
    return json.readTree(found.body());
  }

  private void post(ConfigurableApplicationContext service, String path, String token)
      throws Exception {
    HttpResponse<String> found = call(service, path, token, true);
    assertThat(found.statusCode()).as(found.body()).isEqualTo(200);
  }

  private HttpResponse<String> call(
      ConfigurableApplicationContext service, String path, String token, boolean post)
      throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(20))
            .header("Authorization", "Bearer " + token);
    if (post) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString("{}"));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private static Asker asker(Broker broker, HttpPeers peers) {
    return new Asker(broker.address(), peers.url(), partitions(Topics.ASSESSMENTS.name()));
  }

  private static List<TopicPartition> partitions(String topic) {
    return IntStream.range(0, 4).mapToObj(each -> new TopicPartition(topic, each)).toList();
  }

  private static ConfigurableApplicationContext start(
      Broker broker, HttpPeers peers, MongoServer mongo) {
    return FraudApplication.start(Arguments.of(broker, peers, mongo));
  }
}
