package io.openvpos.authorization.vault.mongo;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.reactivestreams.client.FindPublisher;
import com.mongodb.reactivestreams.client.MongoCollection;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.TokenUsage;
import io.openvpos.authorization.vault.VaultRow;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/// An outage of the store is told as one, also where the driver only lets the time run out.
final class MongoVaultRowsTest {

  private static final VaultRow ROW =
      new VaultRow(
          "id",
          List.of("1:id"),
          "tok_1",
          "m_1",
          Mode.TEST,
          "envelope",
          "3012",
          Instant.EPOCH,
          0,
          new VaultRow.Standing(TokenUsage.MULTI_USE, null, null, false));

  private final MongoDatabase database = mock();
  private final MongoCollection<Document> collection = mock();
  private final FindPublisher<Document> found = mock();
  private final MongoCollection<Document> notes = mock();
  private final FindPublisher<Document> noted = mock();

  @BeforeEach
  void timesOut() {
    when(database.getCollection("vault")).thenReturn(collection);
    when(collection.createIndex(any(Bson.class), any(IndexOptions.class)))
        .thenReturn(Mono.just("made"));
    when(collection.find(any(Bson.class))).thenReturn(found);
    when(database.getCollection("vault_notes")).thenReturn(notes);
    when(notes.find(any(Bson.class))).thenReturn(noted);
    when(noted.first()).thenReturn(Mono.just(new Document()));
    when(found.first()).thenReturn(late());
    when(collection.insertOne(any(Document.class))).thenReturn(late());
    when(collection.updateOne(any(Bson.class), any(Bson.class))).thenReturn(late());
  }

  @Test
  void everyCallTellsOfAnOutage() {
    MongoVaultRows rows = MongoVaultRows.in(database);

    unavailable(() -> rows.find("1:id"));
    unavailable(() -> rows.findByToken("tok_1"));
    unavailable(() -> rows.insert(ROW));
    unavailable(() -> rows.renew(ROW));
    unavailable(() -> rows.rekey(ROW));
    unavailable(() -> rows.stand(ROW));
  }

  /// What waiting for a publisher ends with when its time is over.
  private static <T> Mono<T> late() {
    return Mono.error(new IllegalStateException("Timeout on blocking read for 30 SECONDS"));
  }

  private static void unavailable(Runnable call) {
    assertThatExceptionOfType(VaultUnavailableException.class).isThrownBy(call::run);
  }
}
