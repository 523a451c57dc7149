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
import io.openvpos.fraud.embedded.StaffSigner;
import io.openvpos.schemas.Topics;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Goal: what could not be read is answered once it can be. Method: a risk check written with a
/// schema that the registry has lost, beside one that stays poison; the schema is restored and an
/// operator replays, twice.
class DeadLettersIT {

  private static final Duration SOON = Duration.ofMinutes(3);
  private static final int LOST_SCHEMA = 900;
  private static final String DEAD = Topology.UNREADABLE_RISK_CHECKS.topic().name();

  private final HttpClient http = HttpClient.newHttpClient();
  private final JsonMapper json = new JsonMapper();

  @Test
  void anOperatorReplaysDeadLetters(@TempDir Path folder) throws Exception {
    StaffSigner signer = new StaffSigner();
    MongoServer mongo = new MongoServer(new MemoryBackend());
    mongo.bind();
    try (Broker broker = Broker.start(folder);
        HttpPeers peers = HttpPeers.start(signer);
        ConfigurableApplicationContext service = start(broker, peers, mongo);
        Asker asker =
            new Asker(
                broker.address(),
                peers.url(),
                List.of(new TopicPartition(Topics.ASSESSMENTS.name(), 0)))) {
      String ops = signer.token("acquirer_ops");
      Instant now = Instant.now();
      awaitAnswer(asker, asker.ask(new Question("card-a", "pay_a", "h", 0), now));
      int known = put(asker, "card-b", "pay_b", now);
      asker.send("card-b", new byte[] {7, 7, 7});
      awaitWaiting(service, ops, 2);

      peers.restores(LOST_SCHEMA, known);
      JsonNode replayed = replay(service, ops, 200);

      assertThat(replayed.get("replayed").asInt()).isEqualTo(2);
      awaitAnswer(asker, "lost");
      // The other one is poison still, and waits behind.
      awaitWaiting(service, ops, 1);
      ConsumerRecord<String, byte[]> again = last(broker, "card-b");
      assertThat(again.headers().lastHeader("traceparent").value()).asString().isEqualTo("00-ab");
      assertThat(again.headers().headers("source-topic")).isEmpty();
      int answers = asker.answers().size();
      assertThat(replay(service, ops, 200).get("replayed").asInt()).isOne();
      awaitWaiting(service, ops, 1);
      assertThat(asker.answers()).hasSize(answers);

      assertThat(replay(service, signer.token("auditor"), 403).get("code").asString())
          .isEqualTo("forbidden");
      String ofMoney = Topics.CHARGEBACKS.deadLetters(Topology.LABELS_GROUP);
      assertThat(replay(service, ops, ofMoney, 400).get("code").asString())
          .isEqualTo("validation_failed");
    } finally {
      mongo.shutdownNow();
    }
  }

  /// Sends a risk check under a schema id that the registry does not know; gives the real one.
  private static int put(Asker asker, String card, String payment, Instant at) {
    byte[] value = asker.written(new Question(card, payment, "h", 0), "lost", at);
    int known = ByteBuffer.wrap(value).getInt(1);
    ByteBuffer.wrap(value).putInt(1, LOST_SCHEMA);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(Topics.RISK_CHECKS.name(), card, value);
    record.headers().add("traceparent", "00-ab".getBytes(StandardCharsets.UTF_8));
    asker.send(record);
    return known;
  }

  private static void awaitAnswer(Asker asker, String correlationId) {
    await().atMost(SOON).untilAsserted(() -> assertThat(asker.answer(correlationId)).isPresent());
  }

  private void awaitWaiting(ConfigurableApplicationContext service, String token, int records) {
    await()
        .atMost(SOON)
        .untilAsserted(() -> {
          JsonNode found =
              json.readTree(call(service, token, "/v1/dead-letters", null).body())
                  .get("data")
                  .get(0);
          assertThat(found.get("topic").asString()).isEqualTo(DEAD);
          assertThat(found.get("source_topic").asString()).isEqualTo(Topics.RISK_CHECKS.name());
          assertThat(found.get("records").asInt()).isEqualTo(records);
        });
  }

  private JsonNode replay(ConfigurableApplicationContext service, String token, int status)
      throws Exception {
    return replay(service, token, DEAD, status);
  }

  private JsonNode replay(
      ConfigurableApplicationContext service, String token, String topic, int status)
      throws Exception {
    HttpResponse<String> answer =
        call(service, token, "/v1/dead-letters/replay", "{\"topic\": \"" + topic + "\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return json.readTree(answer.body());
  }

  private HttpResponse<String> call(
      ConfigurableApplicationContext service, String token, String path, @Nullable String body)
      throws Exception {
    String port = service.getEnvironment().getProperty("local.server.port");
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30))
            .header("Authorization", "Bearer " + token);
    if (body != null) {
      request.header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  /// The last readable record of a card on the source topic.
  private static ConsumerRecord<String, byte[]> last(Broker broker, String card) {
    List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> reader =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", broker.address(), "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      reader.assign(
          reader.partitionsFor(Topics.RISK_CHECKS.name()).stream()
              .map(one -> new TopicPartition(one.topic(), one.partition()))
              .toList());
      await()
          .atMost(SOON)
          .untilAsserted(() -> {
            reader
                .poll(Duration.ofMillis(100))
                .forEach(record -> {
                  if (record.key().equals(card) && record.value().length > 3) {
                    found.add(record);
                  }
                });
            assertThat(found).hasSize(2);
          });
    }
    return found.getLast();
  }

  private static ConfigurableApplicationContext start(
      Broker broker, HttpPeers peers, MongoServer mongo) {
    return FraudApplication.start(Arguments.of(broker, peers, mongo));
  }
}
