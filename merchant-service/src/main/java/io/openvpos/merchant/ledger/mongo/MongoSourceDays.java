package io.openvpos.merchant.ledger.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.ledger.SourceDays;
import io.openvpos.merchant.ledger.domain.day.EndedDays;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.messaging.mongo.Documents;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `days`: `_id` is topic|partition, `ended` the offset of each day's first marker.
@Component
final class MongoSourceDays implements SourceDays {

  private final Documents documents;

  MongoSourceDays(MongoDatabase database) {
    documents = Documents.versioned(database, "days");
  }

  @Override
  public EndedDays find(Source source) {
    return documents
        .find(source.id())
        .map(stored -> read(source, stored))
        .orElseGet(() -> EndedDays.none(source));
  }

  @Override
  public boolean save(EndedDays changed) {
    Document ended = new Document();
    new TreeMap<>(changed.ended()).forEach((day, offset) -> ended.append(day.toString(), offset));
    String id = changed.source().id();
    return changed.version() == 1
        ? documents.insert(new Document("_id", id).append("version", 1L).append("ended", ended))
        : documents.compareAndSet(
            id, changed.version() - 1, new Document("$set", new Document("ended", ended)));
  }

  private static EndedDays read(Source source, Document stored) {
    Map<LocalDate, Long> ended = new TreeMap<>();
    stored
        .get("ended", Document.class)
        .forEach((day, offset) -> ended.put(LocalDate.parse(day), ((Number) offset).longValue()));
    return new EndedDays(source, stored.getLong("version"), ended);
  }
}
