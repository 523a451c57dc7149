package io.openvpos.sandbox.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random writes go to two collections, one with indexes and one without; every query must answer
/// the same from both, also after the store was opened again.
class SecondaryIndexTest {

  private static final int STEPS = 1_500;

  @TempDir Path folder;
  private final long seed = Long.getLong("seed", 20261123L);
  private final Random random = new Random(seed);

  @Test
  void indexedAndScannedAnswersAreTheSame() {
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
        MongoClient client = MongoClients.create(store.connectionString())) {
      MongoCollection<Document> plain = client.getDatabase("a").getCollection("plain");
      MongoCollection<Document> indexed = client.getDatabase("a").getCollection("indexed");
      indexed.createIndex(Indexes.ascending("merchant", "order", "at"));
      indexed.createIndex(Indexes.ascending("tags.name"), new IndexOptions().sparse(true));
      indexed.createIndex(Indexes.ascending("made.on"));
      indexed.createIndex(Indexes.ascending("left"), new IndexOptions().sparse(true));
      for (int step = 0; step < STEPS; step++) {
        write(step, List.of(plain, indexed));
      }
      indexed.createIndex(Indexes.descending("order"), new IndexOptions().sparse(true));
      compare(plain, indexed);
    }
    try (EmbeddedStore store = EmbeddedStore.start(folder, 0);
        MongoClient client = MongoClients.create(store.connectionString())) {
      compare(
          client.getDatabase("a").getCollection("plain"),
          client.getDatabase("a").getCollection("indexed"));
    }
  }

  private void write(int step, List<MongoCollection<Document>> collections) {
    int id = random.nextInt(400);
    Document document =
        new Document("_id", id)
            .append("merchant", "m" + random.nextInt(5))
            .append("at", step)
            .append("tags", tags())
            .append("made", new Document("on", time(step / 3)));
    if (random.nextInt(4) == 0) {
      document.append("left", random.nextBoolean() ? null : step);
    }
    if (random.nextBoolean()) {
      document.append("order", random.nextBoolean() ? (Object) (long) (id % 7) : id % 7);
    }
    int kind = random.nextInt(7);
    String tag = "t" + random.nextInt(4);
    String merchant = "m" + random.nextInt(5);
    for (MongoCollection<Document> collection : collections) {
      switch (kind) {
        case 0 -> collection.deleteOne(Filters.eq("_id", id));
        case 1 -> collection.updateOne(Filters.eq("_id", id), Updates.set("merchant", merchant));
        case 2 ->
            collection.updateOne(
                Filters.eq("_id", id), Updates.pull("tags", new Document("name", tag)));
        case 3 -> collection.updateOne(Filters.eq("_id", id), Updates.set("left", null));
        case 4 -> collection.updateOne(Filters.eq("_id", id), Updates.unset("left"));
        default -> {
          collection.deleteOne(Filters.eq("_id", id));
          collection.insertOne(document);
        }
      }
    }
  }

  private List<Document> tags() {
    List<Document> tags = new ArrayList<>();
    for (int i = random.nextInt(3); i > 0; i--) {
      tags.add(new Document("name", "t" + random.nextInt(4)));
    }
    return tags;
  }

  private void compare(MongoCollection<Document> plain, MongoCollection<Document> indexed) {
    List<Bson> queries =
        new ArrayList<>(
            List.of(
                Filters.exists("order"),
                Filters.exists("left"),
                Filters.gte("made.on", time(400)),
                Filters.lt("made.on", time(30)),
                new Document("made.on", new Document("$gt", time(90)).append("$lte", time(110))),
                Filters.exists("order", false),
                Filters.exists("tags.name"),
                Filters.exists("merchant"),
                Filters.and(Filters.exists("tags.name"), Filters.eq("merchant", "m1"))));
    for (int i = 0; i < 7; i++) {
      queries.add(Filters.eq("merchant", "m" + i));
      queries.add(Filters.eq("order", i));
      queries.add(Filters.eq("tags.name", "t" + i));
      queries.add(Filters.and(Filters.eq("merchant", "m" + i), Filters.eq("order", (double) i)));
      queries.add(Filters.and(Filters.eq("merchant", "m" + i), Filters.gt("at", STEPS / 2)));
      queries.add(Filters.and(Filters.eq("merchant", "m" + i), Filters.eq("order", null)));
    }
    assertThat(first(indexed)).isEqualTo(first(plain)).hasSize(3);
    for (Bson query : queries) {
      List<Document> found = sorted(indexed, query);
      assertThat(found).as("seed %d, %s", seed, query).isEqualTo(sorted(plain, query));
      assertThat(indexed.countDocuments(query)).isEqualTo(found.size());
      assertThat(
              new HashSet<>(found.stream().map(d -> Objects.requireNonNull(d.get("_id"))).toList()))
          .hasSameSizeAs(found);
    }
  }

  private static List<Document> first(MongoCollection<Document> collection) {
    return collection.find().sort(Sorts.ascending("made.on")).limit(3).into(new ArrayList<>());
  }

  private static Date time(int second) {
    return Date.from(Instant.EPOCH.plusSeconds(second));
  }

  private static List<Document> sorted(MongoCollection<Document> collection, Bson query) {
    return collection.find(query).sort(Sorts.ascending("_id")).into(new ArrayList<>());
  }
}
