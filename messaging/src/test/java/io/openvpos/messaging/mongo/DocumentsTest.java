package io.openvpos.messaging.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.InsertOneModel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DocumentsTest {

  private final MemoryStore store = new MemoryStore();
  private final Documents documents = Documents.versioned(store.database(), "things");

  @AfterEach
  void stop() {
    store.close();
  }

  @Test
  void aTakenIdIsNotInsertedAgain() {
    assertThat(documents.insert(thing("a", 1))).isTrue();

    assertThat(documents.insert(thing("a", 1).append("other", true))).isFalse();

    assertThat(documents.find("a").orElseThrow()).doesNotContainKey("other");
  }

  @Test
  void ofManyContendersForOneVersionExactlyOneWins() throws Exception {
    documents.insert(thing("a", 1));
    List<Callable<Boolean>> contenders = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Document update = new Document("$set", new Document("winner", i));
      contenders.add(() -> documents.compareAndSet("a", 1, update));
    }

    int winners = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      for (Future<Boolean> contender : threads.invokeAll(contenders)) {
        winners += contender.get() ? 1 : 0;
      }
    }

    assertThat(winners).isOne();
    assertThat(documents.find("a").orElseThrow().getLong("version")).isEqualTo(2);
  }

  @Test
  void aLostCompareAndSetChangesNothing() {
    documents.insert(thing("a", 5));

    boolean won = documents.compareAndSet("a", 4, new Document("$set", new Document("x", 1)));

    assertThat(won).isFalse();
    assertThat(documents.find("a").orElseThrow()).isEqualTo(thing("a", 5));
  }

  @Test
  void bulkInsertsPassOverWhatIsThereAndSayWhere() {
    documents.insert(thing("a", 1));
    documents.insert(thing("c", 1));

    List<Integer> passedOver =
        documents.bulk(
            List.of(
                new InsertOneModel<>(thing("b", 1)),
                new InsertOneModel<>(thing("a", 9)),
                new InsertOneModel<>(thing("d", 1)),
                new InsertOneModel<>(thing("c", 9))));

    assertThat(passedOver).containsExactlyInAnyOrder(1, 3);
    assertThat(documents.find("d")).isPresent();
    assertThat(documents.find("a").orElseThrow().getLong("version")).isEqualTo(1);
    assertThat(documents.find("b")).isPresent();
  }

  private static Document thing(String id, long version) {
    return new Document("_id", id).append("version", version);
  }
}
