package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import io.openvpos.sandbox.ground.BesideOthers;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal: `verify` sees what is wrong in real stores. Method: a settled day, the services stopped,
/// one fault at a time written into the store behind their backs and taken out again.
@OnChosenGround
@BesideOthers
class PlantedFaultsIT {

  /// Nothing is on its way, so nothing is waited for long.
  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private static final Document CAPTURE = new Document("type", "capture");

  @Test
  void eachFaultIsFoundByItsInvariant(@TempDir Path data) {
    try (Platform platform = PatientPlatform.start(data);
        MongoClient store = MongoClients.create(platform.evidence().mongoUri())) {
      settledDay(platform);
      platform.stopServices();
      Evidence evidence = platform.evidence();
      MongoCollection<Document> entries = in(store, "merchant", "entries");
      MongoCollection<Document> heads = in(store, "merchant", "heads");
      MongoCollection<Document> lines = in(store, "settlement", "line_pages");
      MongoCollection<Document> batches = in(store, "settlement", "batches");
      assertThat(Verify.run(evidence, PatientPlatform.PATIENCE)).allMatch(Verdict::ok);

      assertThat(changed(entries, CAPTURE, "postings.0.amount", 1L, evidence)).contains(1, 6);
      assertThat(without(entries, CAPTURE, evidence)).contains(2, 6, 12);
      assertThat(changed(entries, CAPTURE, "hash", "0".repeat(64), evidence)).contains(6);
      assertThat(changed(heads, new Document(), "balances.merchant_available", 5L, evidence))
          .contains(1, 6);
      assertThat(changed(entries, CAPTURE, "postings.1.account", "fx_position", evidence))
          .contains(6, 7);
      assertThat(without(lines, new Document(), evidence)).contains(8);
      assertThat(changed(batches, new Document(), "digest", "0".repeat(64), evidence)).contains(8);
      assertThat(failing(evidence)).isEmpty();
    }
  }

  private static void settledDay(Platform platform) {
    DemoMerchants merchants =
        DemoMerchants.open(
            platform.data().resolve("merchants.json"),
            platform.endpoints(),
            platform.credentials());
    Shop shop = new Shop(platform.endpoints().authorization(), merchants.first().secretKey());
    String id = shop.pay(Order.of(10_000, SandboxCards.VISA), "P-1").string("id");
    shop.refund(id, 2_500L).expect(201);
    shop.pay(Order.of(20_000, SandboxCards.TROY), "P-2").expect(201);
    BusinessDay days = new BusinessDay(platform.settlementAsFinance());
    days.close(days.open());
    assertThat(Verify.run(platform.evidence())).allMatch(Verdict::ok);
  }

  private static List<Integer> changed(
      MongoCollection<Document> collection,
      Document which,
      String field,
      Object value,
      Evidence evidence) {
    Document before = any(collection, which);
    Document id = new Document("_id", before.get("_id"));
    collection.updateOne(id, new Document("$set", new Document(field, value)));
    List<Integer> found = failing(evidence);
    collection.replaceOne(id, before);
    return found;
  }

  private static List<Integer> without(
      MongoCollection<Document> collection, Document which, Evidence evidence) {
    Document taken = any(collection, which);
    collection.deleteOne(new Document("_id", taken.get("_id")));
    List<Integer> found = failing(evidence);
    collection.insertOne(taken);
    return found;
  }

  private static Document any(MongoCollection<Document> collection, Document which) {
    return Objects.requireNonNull(collection.find(which).first(), "nothing to plant a fault in");
  }

  private static List<Integer> failing(Evidence evidence) {
    return Verify.run(evidence, PATIENCE).stream()
        .filter(verdict -> !verdict.ok())
        .map(Verdict::invariant)
        .toList();
  }

  private static MongoCollection<Document> in(MongoClient store, String database, String name) {
    return store.getDatabase(database).getCollection(name);
  }
}
