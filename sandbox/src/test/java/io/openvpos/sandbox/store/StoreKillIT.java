package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.openvpos.sandbox.ground.EmbeddedOnly;
import io.openvpos.sandbox.process.ChildProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Kills a store's process in the middle of writes, as `kill -9` does, and opens its file again.
/// Whatever a client was told, by an acknowledgement or by a read, must be there.
@EmbeddedOnly("its subject is the embedded store")
class StoreKillIT {

  private static final int WRITERS = 16;

  /// A few thousand are more than the log holds before pages are written.
  private static final int PADDING = 3_000;

  @TempDir Path folder;

  @ParameterizedTest(name = "killed after {0} acknowledged writes")
  @ValueSource(ints = {150, 1_000, 4_000})
  void whatWasToldSurvivesAKill(int acknowledgedWrites) throws Exception {
    Map<String, Long> told = new ConcurrentHashMap<>();
    writeUntilKilled(acknowledgedWrites, 0, told);
    assertNothingToldIsLost(told);
  }

  /// Each start restores the log of the one before and begins another.
  @Test
  void whatWasToldSurvivesKillAfterKill() throws Exception {
    Map<String, Long> told = new ConcurrentHashMap<>();
    for (int kill = 0; kill < 5; kill++) {
      writeUntilKilled(1_500 + 700 * kill, WRITERS * kill, told);
    }
    assertNothingToldIsLost(told);
  }

  /// @param firstSeed of the writers; ids begin with the seed
  private void writeUntilKilled(int acknowledgedWrites, int firstSeed, Map<String, Long> told)
      throws Exception {
    CountDownLatch acknowledged = new CountDownLatch(acknowledgedWrites);
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2 * WRITERS)) {
      // With the client closed, who waits for the store to come back waits no longer.
      try (ChildProcess process =
              ChildProcess.start(
                  EmbeddedStoreMain.class, "STORE_READY", "--data", folder.toString());
          MongoClient client = connect(process.readyValue())) {
        MongoCollection<Document> heads = client.getDatabase("ledger").getCollection("heads");
        heads.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
        for (int writer = 0; writer < WRITERS; writer++) {
          int seed = firstSeed + writer;
          workers.add(threads.submit(() -> write(heads, seed, told, acknowledged)));
          workers.add(threads.submit(() -> read(heads, seed, told, acknowledged)));
        }
        assertThat(acknowledged.await(120, TimeUnit.SECONDS)).isTrue();
        process.kill();
      }
    }
    for (Future<?> worker : workers) {
      worker.get();
    }
  }

  /// Inserts documents and raises their versions; notes each acknowledged version.
  private static void write(
      MongoCollection<Document> heads, int seed, Map<String, Long> told, CountDownLatch done) {
    Random random = new Random(seed);
    try {
      for (int i = 0; ; i++) {
        String id = seed + "|" + i;
        heads.insertOne(
            new Document("_id", id).append("version", 1L).append("padding", "x".repeat(PADDING)));
        note(told, id, 1);
        done.countDown();
        for (long version = 1; version <= random.nextInt(4); version++) {
          long matched =
              heads
                  .updateOne(
                      new Document("_id", id).append("version", version),
                      new Document("$set", new Document("version", version + 1)))
                  .getMatchedCount();
          assertThat(matched).isEqualTo(1);
          note(told, id, version + 1);
          done.countDown();
        }
      }
    } catch (MongoException | IllegalStateException e) {
      // The store is gone; what was told so far is what counts.
      return;
    }
  }

  /// Reads what the other writer is just writing; what was seen must not disappear.
  private static void read(
      MongoCollection<Document> heads, int seed, Map<String, Long> told, CountDownLatch done) {
    try {
      for (int i = 0; ; ) {
        Document seen = heads.find(new Document("_id", seed + "|" + i)).first();
        if (seen != null) {
          note(told, seen.getString("_id"), seen.getLong("version"));
          i++;
        }
      }
    } catch (MongoException | IllegalStateException e) {
      assertThat(done.getCount()).isZero();
    }
  }

  private static void note(Map<String, Long> told, String id, long version) {
    told.merge(id, version, Math::max);
  }

  private void assertNothingToldIsLost(Map<String, Long> told) {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> heads = client.getDatabase("ledger").getCollection("heads");
      Map<String, Long> kept = new ConcurrentHashMap<>();
      for (Document head : heads.find()) {
        kept.put(head.getString("_id"), head.getLong("version"));
      }
      told.forEach((id, version) ->
          assertThat(kept.get(id))
              .as("version of %s", id)
              .isNotNull()
              .isGreaterThanOrEqualTo(version));
      // Both indexes hold exactly the documents: each is found by each, and none is stale.
      kept.forEach((id, version) -> {
        assertThat(heads.find(new Document("_id", id)).first()).isNotNull();
        assertThat(heads.find(new Document("version", version).append("_id", id)).first())
            .isNotNull();
      });
      Document validation =
          client.getDatabase("ledger").runCommand(new Document("validate", "heads"));
      assertThat(validation.get("keysPerIndex", Document.class).values())
          .allSatisfy(count -> assertThat(count).isEqualTo((long) kept.size()));
    }
  }

  private static MongoClient connect(String connectionString) {
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(connectionString))
            .retryWrites(false)
            .retryReads(false)
            .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(2, TimeUnit.MINUTES))
            .build());
  }
}
