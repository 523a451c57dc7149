package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedStoreTest {

  private static final int CLIENTS = 32;

  @TempDir Path folder;
  private EmbeddedStore store;
  private MongoClient client;
  private MongoCollection<Document> payments;

  @BeforeEach
  void start() {
    store = EmbeddedStore.start(folder, 0);
    connect();
  }

  private void connect() {
    client = MongoClients.create(store.connectionString());
    payments = client.getDatabase("authorization").getCollection("payments");
  }

  @AfterEach
  void stop() {
    client.close();
    store.close();
  }

  @Test
  void compareAndSetHasOneWinnerPerVersion() throws Exception {
    payments.insertOne(new Document("_id", "pay_1").append("version", 0L));
    int rounds = 30;
    for (long round = 0; round < rounds; round++) {
      long expected = round;
      List<Long> matched =
          together(client ->
              payments
                  .updateOne(
                      new Document("_id", "pay_1").append("version", expected),
                      new Document(
                          "$set", new Document("version", expected + 1).append("by", client)))
                  .getMatchedCount());
      assertThat(matched.stream().mapToLong(Long::longValue).sum()).isEqualTo(1);
    }
    assertThat(payments.find(Filters.eq("_id", "pay_1")).first()).containsEntry("version", 30L);
  }

  @Test
  void insertRaceOnOneIdHasOneWinner() throws Exception {
    List<Boolean> won =
        together(client -> {
          try {
            payments.insertOne(new Document("_id", "pay_2").append("by", client));
            return true;
          } catch (MongoWriteException e) {
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
            return false;
          }
        });
    assertThat(won).containsOnlyOnce(true);
  }

  @Test
  void uniqueIndexRefusesASecondValueAlsoAfterReopening() {
    payments.createIndex(Indexes.ascending("merchant", "key"), new IndexOptions().unique(true));
    payments.insertOne(new Document("_id", 1).append("merchant", "m").append("key", "k"));
    reopen();
    assertThatThrownBy(() ->
            payments.insertOne(new Document("_id", 2).append("merchant", "m").append("key", "k")))
        .isInstanceOf(MongoWriteException.class);
    assertThat(payments.countDocuments()).isEqualTo(1);
    // The refused document left nothing behind in the index of ids.
    payments.insertOne(new Document("_id", 2).append("merchant", "m").append("key", "other"));
  }

  @Test
  void writersShareCommits() throws Exception {
    long before = store.commits();
    int each = 50;
    together(client -> {
      for (int i = 0; i < each; i++) {
        payments.insertOne(new Document("_id", client + "-" + i));
      }
      return true;
    });
    assertThat(payments.countDocuments()).isEqualTo((long) CLIENTS * each);
    assertThat(store.commits() - before).isLessThan((long) CLIENTS * each);
  }

  @Test
  void everyKindOfValueSurvivesReopening() {
    Document document =
        new Document("_id", new Document("head", "m|test|TRY").append("seq", 7L))
            .append("int", 1)
            .append("long", 10_000_000_000L)
            .append("decimal", Decimal128.parse("12.340"))
            .append("nothing", null)
            .append("flag", true)
            .append("bytes", new org.bson.types.Binary(new byte[] {1, 2, 3}))
            .append("at", java.util.Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
            .append("list", List.of(new Document("a", 1), new Document("a", 2)))
            .append("empty", List.of());
    payments.insertOne(document);
    reopen();
    assertThat(payments.find(new Document("_id", document.get("_id"))).first()).isEqualTo(document);
  }

  @Test
  void updatesOfNestedArraysAreKept() {
    payments.insertOne(new Document("_id", "p").append("version", 1L).append("outbox", List.of()));
    payments.updateOne(
        Filters.and(Filters.eq("_id", "p"), Filters.eq("version", 1L)),
        Updates.combine(
            Updates.set("version", 2L), Updates.push("outbox", new Document("id", "p:1"))));
    payments.updateOne(Filters.eq("_id", "p"), Updates.push("outbox", new Document("id", "p:2")));
    payments.updateOne(Filters.eq("_id", "p"), Updates.pull("outbox", new Document("id", "p:1")));
    reopen();
    assertThat(payments.find().first())
        .isEqualTo(
            new Document("_id", "p")
                .append("version", 2L)
                .append("outbox", List.of(new Document("id", "p:2"))));
  }

  /// Fifty thousand documents, five thousand compare-and-sets: minutes if each scanned the
  /// collection, so the surefire time-out is the only clock this test needs. The index of `{_id,
  /// version}` serves the flat filter; the index of `_id` any filter that fixes it.
  @Test
  void compareAndSetDoesNotScanTheCollection() {
    payments.createIndex(Indexes.ascending("_id", "version"), new IndexOptions().unique(true));
    int documents = 50_000;
    List<Document> batch = new ArrayList<>();
    for (int i = 0; i < documents; i++) {
      batch.add(new Document("_id", "pay_" + i).append("version", 1L));
    }
    payments.insertMany(batch);
    for (int i = 0; i < documents; i += 10) {
      var filter =
          i % 20 == 0
              ? new Document("_id", "pay_" + i).append("version", 1L)
              : Filters.and(Filters.eq("_id", "pay_" + i), Filters.eq("version", 1L));
      assertThat(payments.updateOne(filter, Updates.set("version", 2L)).getMatchedCount())
          .isEqualTo(1);
    }
    assertThat(payments.countDocuments(Filters.eq("version", 2L))).isEqualTo(documents / 10);
  }

  @Test
  void droppedCollectionsAndDatabasesStartAfresh() {
    payments.createIndex(Indexes.ascending("merchant"));
    payments.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
    payments.insertOne(new Document("_id", 1).append("merchant", "m").append("key", "k"));
    payments.drop();
    assertThat(payments.find(Filters.eq("merchant", "m")).first()).isNull();
    payments.createIndex(Indexes.ascending("merchant"));
    payments.createIndex(Indexes.ascending("key"), new IndexOptions().unique(true));
    payments.insertOne(new Document("_id", 2).append("merchant", "m").append("key", "k"));
    client.getDatabase("authorization").drop();
    reopen();
    assertThat(payments.countDocuments()).isZero();
    payments.insertOne(new Document("_id", 2).append("merchant", "m").append("key", "k"));
    assertThat(payments.countDocuments()).isEqualTo(1);
  }

  @Test
  void restartsOnTheSamePort() {
    int port = store.port();
    client.close();
    store.close();
    store = EmbeddedStore.start(folder, port);
    connect();
    assertThat(store.port()).isEqualTo(port);
  }

  private void reopen() {
    client.close();
    store.close();
    store = EmbeddedStore.start(folder, 0);
    connect();
  }

  private interface ClientWork<T> {
    T run(int client) throws Exception;
  }

  private static <T> List<T> together(ClientWork<T> work) throws Exception {
    CyclicBarrier start = new CyclicBarrier(CLIENTS);
    try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
      List<Callable<T>> calls =
          IntStream.range(0, CLIENTS)
              .<Callable<T>>mapToObj(client ->
                  () -> {
                    start.await();
                    return work.run(client);
                  })
              .toList();
      List<T> results = new ArrayList<>();
      for (Future<T> future : threads.invokeAll(calls)) {
        results.add(future.get());
      }
      return results;
    }
  }
}
