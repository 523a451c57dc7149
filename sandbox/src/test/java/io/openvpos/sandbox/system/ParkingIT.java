package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.openvpos.sandbox.client.Api;
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
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Goal: one merchant's record that cannot be handled holds up no other merchant, is not lost, and
/// no day ends without it. Method: one partition, so that both merchants share it. First the ledger
/// does not know a merchant whose sales come in; it is parked, the platform restarts, the day's
/// marker waits, the merchant is supplied, two replays at once bring everything in, the day closes.
/// Then a record that nobody can read: the marker stays.
@OnChosenGround
@BesideOthers
class ParkingIT {

  private static final Map<String, String> ONE_PARTITION =
      Map.of("vpos.kafka.money-partitions", "1");

  private static final String STOPPED = "/v1/stopped-partitions";
  private static final String PARKED = "/v1/parked-records";

  @Test
  void aMerchantIsParkedAndReplayed(@TempDir Path data) {
    try (Platform platform = PatientPlatform.start(data, ONE_PARTITION)) {
      DemoMerchants merchants =
          DemoMerchants.open(
              data.resolve("merchants.json"), platform.endpoints(), platform.credentials());
      Document merchant = new Bank(platform, merchants).parksWhatTheLedgerDoesNotKnow();
      platform.stopServices();
      platform.startServices();
      Bank again = new Bank(platform, merchants);
      again.replaysOnceItIsCured(merchant);
      again.keepsTheDayOpenForWhatNobodyCanRead();
    }
  }

  /// The running platform and the people who use it.
  private static final class Bank {

    private final Platform platform;
    private final DemoMerchants merchants;
    private final Api ops;
    private final Api finance;
    private final BusinessDay days;

    Bank(Platform platform, DemoMerchants merchants) {
      this.platform = platform;
      this.merchants = merchants;
      ops = merchantAs(platform.credentials().opsEmail(), platform.credentials().opsPassword());
      finance =
          merchantAs(
              platform.credentials().financeEmail(), platform.credentials().financePassword());
      days = new BusinessDay(platform.settlementAsFinance());
    }

    Document parksWhatTheLedgerDoesNotKnow() {
      pay(merchants.first(), "A-1");
      pay(merchants.second(), "B-1");
      awaitEntry("A-1");
      awaitEntry("B-1");
      Document merchant;
      try (MongoClient store = store()) {
        Document id = new Document("_id", merchants.first().merchantId());
        merchant = Objects.requireNonNull(ledgersMerchants(store).findOneAndDelete(id));
      }

      pay(merchants.first(), "A-2");
      JsonNode stop = awaitStop("broken_invariant");
      assertThat(stop.path("key").asString()).isEqualTo(merchants.first().merchantId());
      assertThat(stop.path("detail").asString()).startsWith("no merchant ");
      assertThat(ready()).isEqualTo(503);
      long offset = stop.path("offset").asLong();
      refusesWhatIsNoParking(offset);
      assertThat(park(offset).status()).isEqualTo(201);
      assertThat(park(offset).status()).isEqualTo(200);

      pay(merchants.second(), "B-2");
      awaitEntry("B-2");
      await().atMost(PatientPlatform.PATIENCE).until(() -> ready() == 200);
      pay(merchants.first(), "A-3");
      awaitParked(3);
      return merchant;
    }

    private void refusesWhatIsNoParking(long offset) {
      assertThat(park(offset + 1).string("code")).isEqualTo("partition_not_stopped_there");
      assertThat(ops.post(PARKED, Map.of("topic", Topics.PAYMENTS.name())).status()).isEqualTo(400);
      assertThat(finance.post(PARKED, Map.of()).status()).isEqualTo(403);
      assertThat(finance.get(STOPPED).status()).isEqualTo(403);
      assertThat(ops.post(PARKED + "/replay", replayOf("mer_none")).status()).isEqualTo(404);
    }

    void replaysOnceItIsCured(Document merchant) {
      pay(merchants.first(), "A-4");
      awaitParked(5);
      String day = days.open();
      Api settlement = platform.settlementAsFinance();
      settlement.post("/v1/business-days/" + day + "/close", null).expect(202);
      JsonNode stop = awaitStop("parked_records_before_marker");
      assertThat(stop.path("key").asString()).isEqualTo(day);
      assertThat(stop.path("parkable").asBoolean()).isFalse();
      assertThat(park(stop.path("offset").asLong()).string("code"))
          .isEqualTo("record_not_parkable");
      JsonNode inVain = replay();
      assertThat(inVain.path("remaining").asInt()).isEqualTo(5);
      assertThat(inVain.path("stopped_at").path("code").asString()).isEqualTo("broken_invariant");

      try (MongoClient store = store()) {
        ledgersMerchants(store).insertOne(merchant);
      }
      CompletableFuture<JsonNode> other = CompletableFuture.supplyAsync(this::replay);
      replay();
      other.join();

      days.awaitClosed(day);
      assertThat(ops.get(PARKED).expect(200).path("data")).isEmpty();
      await()
          .atMost(PatientPlatform.PATIENCE)
          .until(() -> ops.get(STOPPED).expect(200).path("data").isEmpty());
      pay(merchants.first(), "A-5");
      awaitEntry("A-5");
      assertThat(Verify.run(platform.evidence(), PatientPlatform.PATIENCE)).allMatch(Verdict::ok);
    }

    void keepsTheDayOpenForWhatNobodyCanRead() {
      tellUnreadable();
      long offset = awaitStop("undecodable").path("offset").asLong();
      assertThat(park(offset).status()).isEqualTo(201);
      pay(merchants.second(), "B-3");
      awaitEntry("B-3");
      String day = days.open();
      platform.settlementAsFinance().post("/v1/business-days/" + day + "/close", null).expect(202);
      awaitStop("parked_records_before_marker");
      // Sales go on under the next day; they wait behind the marker.
      assertThat(days.open()).isGreaterThan(day);
      pay(merchants.second(), "B-4");

      JsonNode inVain = replay();
      assertThat(inVain.path("unparked").asBoolean()).isFalse();
      assertThat(inVain.path("stopped_at").path("offset").asLong()).isEqualTo(offset);
      assertThat(inVain.path("stopped_at").path("code").asString()).isEqualTo("undecodable");
      awaitParked(1);
      assertThat(awaitStop("parked_records_before_marker").path("key").asString()).isEqualTo(day);
      List<Integer> failing =
          Verify.run(platform.evidence(), Duration.ofSeconds(3)).stream()
              .filter(verdict -> !verdict.ok())
              .map(Verdict::invariant)
              .toList();
      assertThat(failing).contains(10, 12);
    }

    private void tellUnreadable() {
      try (KafkaProducer<String, byte[]> producer =
          new KafkaProducer<>(
              Map.of("bootstrap.servers", platform.evidence().bootstrapServers()),
              new StringSerializer(),
              new ByteArraySerializer())) {
        var _ =
            producer.send(
                new ProducerRecord<>(
                    Topics.PAYMENTS.name(), merchants.first().merchantId(), new byte[] {7, 7}));
      }
    }

    private void pay(DemoMerchants.Shop merchant, String order) {
      new Shop(platform.endpoints().authorization(), merchant.secretKey())
          .pay(Order.of(10_000, SandboxCards.VISA), order)
          .expect(201);
    }

    private Reply park(long offset) {
      Map<String, Object> wish = new HashMap<>();
      wish.put("topic", Topics.PAYMENTS.name());
      wish.put("partition", 0);
      wish.put("offset", offset);
      wish.put("reason", "a test");
      return ops.post(PARKED, wish);
    }

    private JsonNode replay() {
      String merchant = merchants.first().merchantId();
      return ops.post(PARKED + "/replay", replayOf(merchant)).expect(200);
    }

    private static Map<String, Object> replayOf(String merchant) {
      return Map.of("topic", Topics.PAYMENTS.name(), "partition", 0, "merchant_id", merchant);
    }

    private JsonNode awaitStop(String code) {
      return await()
          .atMost(PatientPlatform.PATIENCE)
          .until(
              () -> ops.get(STOPPED).expect(200).path("data").path(0),
              stop -> stop.path("code").asString("").equals(code));
    }

    private void awaitParked(int records) {
      String address = PARKED + "?topic=" + Topics.PAYMENTS.name();
      await()
          .atMost(PatientPlatform.PATIENCE)
          .until(() ->
              ops.get(address).expect(200).path("data").path(0).path("records").asInt(0)
                  == records);
    }

    private void awaitEntry(String order) {
      try (MongoClient store = store()) {
        MongoCollection<Document> entries = store.getDatabase("merchant").getCollection("entries");
        await()
            .atMost(PatientPlatform.PATIENCE)
            .until(() -> entries.find(new Document("line.order_id", order)).first() != null);
      }
    }

    private int ready() {
      return Api.of(platform.endpoints().merchant()).get("/actuator/health/readiness").status();
    }

    private Api merchantAs(String email, String password) {
      return Api.of(platform.endpoints().merchant())
          .as(DemoMerchants.token(platform.endpoints(), email, password));
    }

    private MongoClient store() {
      return MongoClients.create(platform.evidence().mongoUri());
    }

    private static MongoCollection<Document> ledgersMerchants(MongoClient store) {
      return store.getDatabase("merchant").getCollection("merchants");
    }
  }
}
