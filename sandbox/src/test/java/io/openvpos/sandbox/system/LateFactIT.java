package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.openvpos.messaging.avro.AvroDeserializer;
import io.openvpos.messaging.avro.AvroSerializer;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.BesideOthers;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.authorization.PaymentCaptured;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal: a fact that comes behind its day's marker is carried over into the day open there, and
/// every figure still closes. Method: when the day is closed, the store gets a captured payment of
/// that day with its event unsent, and the heartbeat of an instance that is gone: as a crashed
/// instance leaves them. The instance that takes over sends the fact.
@OnChosenGround
@BesideOthers
class LateFactIT {

  private static final String PAYMENT = "pay_leftbehindbyacrashedinstance0";

  @Test
  void aFactBehindTheMarkerIsCarriedOver(@TempDir Path data) {
    try (Platform platform = PatientPlatform.start(data);
        MongoClient store = MongoClients.create(platform.evidence().mongoUri())) {
      DemoMerchants merchants =
          DemoMerchants.open(
              data.resolve("merchants.json"), platform.endpoints(), platform.credentials());
      Shop shop = new Shop(platform.endpoints().authorization(), merchants.first().secretKey());
      BusinessDay days = days(platform);
      String day = days.open();
      Reply paid = shop.pay(Order.of(10_000, SandboxCards.VISA), "ON-TIME");
      String id = paid.expect(201).path("id").asString("");
      days.close(day);
      String next = days.open();

      leaveBehind(platform, store.getDatabase("authorization"), id);
      awaitEntry(store.getDatabase("merchant"));
      days.close(next);

      String report = days.report(next + "." + merchants.first().merchantId() + ".test.TRY");
      assertThat(report).contains("," + next + "," + day + ",capture," + PAYMENT + ",");
      // The issuer never saw the copied payment's number; everything else must hold.
      List<Integer> failing =
          Verify.run(platform.evidence()).stream()
              .filter(verdict -> !verdict.ok())
              .map(Verdict::invariant)
              .toList();
      assertThat(failing).isSubsetOf(4);
    }
  }

  private static void leaveBehind(Platform platform, MongoDatabase authorization, String original) {
    Document payment =
        Objects.requireNonNull(
            authorization.getCollection("payments").find(new Document("_id", original)).first());
    payment.put("_id", PAYMENT);
    payment.get("attempt", Document.class).put("rrn", "LEFTBEHIND00");
    Document answer = payment.get("answer", Document.class);
    answer.put("body", answer.getString("body").replace(original, PAYMENT));
    payment.put("outbox", List.of(unsent(platform, original).toDocument()));
    authorization.getCollection("payments").insertOne(payment);
    authorization
        .getCollection("heartbeats")
        .insertOne(new Document("_id", "gone").append("at", Date.from(Instant.EPOCH)));
  }

  /// The original's PaymentCaptured, told of the payment left behind.
  private static OutboxEntry unsent(Platform platform, String original) {
    Map<String, Object> serde =
        Map.of(
            "schema.registry.url",
            platform.evidence().registryUrl(),
            "specific.avro.reader",
            true,
            "value.subject.name.strategy",
            "TopicRecordNameStrategy");
    try (AvroDeserializer reader = new AvroDeserializer();
        AvroSerializer writer = new AvroSerializer()) {
      reader.configure(serde, false);
      writer.configure(serde, false);
      PaymentCaptured told = captured(platform, reader, original);
      String eventId = PAYMENT + ":" + told.getEnvelope().getAggregateVersion();
      told.getEnvelope().put("eventId", eventId);
      told.getPayment().put("paymentId", PAYMENT);
      told.getPayment().put("rrn", "LEFTBEHIND00");
      byte[] value = Objects.requireNonNull(writer.serialize(Topics.PAYMENTS.name(), told));
      return new OutboxEntry(
          eventId, Topics.PAYMENTS, null, told.getPayment().getMerchantId(), value, Map.of());
    }
  }

  private static PaymentCaptured captured(
      Platform platform, AvroDeserializer reader, String paymentId) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", platform.evidence().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.PAYMENTS.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      return await()
          .atMost(PatientPlatform.PATIENCE)
          .until(
              () ->
                  StreamSupport.stream(consumer.poll(Duration.ofSeconds(1)).spliterator(), false)
                      .map(found -> reader.deserialize(found.topic(), found.value()))
                      .filter(PaymentCaptured.class::isInstance)
                      .map(PaymentCaptured.class::cast)
                      .filter(fact -> fact.getPayment().getPaymentId().equals(paymentId))
                      .findFirst(),
              Optional::isPresent)
          .orElseThrow();
    }
  }

  private static void awaitEntry(MongoDatabase merchant) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .until(() ->
            merchant.getCollection("entries").find(new Document("line.payment_id", PAYMENT)).first()
                != null);
  }

  private static BusinessDay days(Platform platform) {
    return new BusinessDay(platform.settlementAsFinance());
  }
}
