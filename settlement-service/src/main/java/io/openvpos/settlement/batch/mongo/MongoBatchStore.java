package io.openvpos.settlement.batch.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// `batches`: each inserted once together with its BatchClosed; nothing but the outbox changes
/// later.
public final class MongoBatchStore implements BatchStore {

  private final Documents documents;
  private final OutboxRelay relay;
  private final BiFunction<Batch, Instant, OutboxEntry> publish;

  public MongoBatchStore(
      Documents documents, OutboxRelay relay, BiFunction<Batch, Instant, OutboxEntry> publish) {
    this.documents = documents;
    this.relay = relay;
    this.publish = publish;
    documents.index(new Document("day", 1));
  }

  @Override
  public void insert(Batch batch, Instant cutOffAt) {
    OutboxEntry closed = publish.apply(batch, cutOffAt);
    Document document = BatchDocument.write(batch).append("outbox", List.of(closed.toDocument()));
    if (documents.insert(document)) {
      relay.submit(batch.id(), List.of(closed));
      return;
    }
    Document taken = documents.find(batch.id()).orElseThrow();
    if (!BatchDocument.read(taken).equals(batch)) {
      throw new IllegalStateException("batch " + batch.id() + " is cut already, and differently");
    }
    // The insert may be our own, of which we never heard.
    relay.submit(batch.id(), OutboxEntry.of(taken));
  }

  @Override
  public Optional<Batch> find(String id) {
    return documents.find(id).map(BatchDocument::read);
  }

  @Override
  public List<Batch> ofDay(LocalDate day) {
    return documents
        .findMany(new Document("day", day.toString()), new Document("_id", 1), 0)
        .stream()
        .map(BatchDocument::read)
        .toList();
  }

  @Override
  public List<Batch> list(Query query, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    put(filter, "day", query.day() == null ? null : query.day().toString());
    put(filter, "merchant_id", query.merchantId());
    put(filter, "mode", query.mode());
    put(filter, "currency", query.currency());
    put(filter, "_id", startingAfter == null ? null : new Document("$lt", startingAfter));
    return documents.findMany(filter, new Document("_id", -1), limit).stream()
        .map(BatchDocument::read)
        .toList();
  }

  private static void put(Document filter, String field, @Nullable Object value) {
    if (value != null) {
      filter.append(field, value);
    }
  }
}
