package io.openvpos.merchant.ledger.mongo;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.ledger.domain.hold.PlacedHold;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.ledger.hold.HoldLog;
import io.openvpos.messaging.mongo.Documents;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `hold_notes`: what one delivery brought of one source partition and day, inserted
/// once; `_id` is source|day|digest of its offsets, so the same piece of the log is the same note.
/// Collection `hold_starts`: `_id` is the source, `from` the least offset counted.
@Component
final class MongoHoldLog implements HoldLog {

  private final Documents notes;
  private final Documents starts;

  MongoHoldLog(MongoDatabase database) {
    notes = Documents.plain(database, "hold_notes");
    notes.index(new Document("source", 1).append("day", 1));
    starts = Documents.plain(database, "hold_starts");
  }

  @Override
  public void add(Source source, List<PlacedHold> placed) {
    Map<LocalDate, List<PlacedHold>> byDay =
        placed.stream()
            .collect(Collectors.groupingBy(PlacedHold::day, TreeMap::new, Collectors.toList()));
    notes.bulk(
        byDay.entrySet().stream()
            .map(day ->
                new InsertOneModel<>(HoldDocuments.note(source, day.getKey(), day.getValue())))
            .toList());
  }

  @Override
  public void forEach(Source source, LocalDate first, LocalDate last, Consumer<PlacedHold> each) {
    Document days = new Document("$gte", first.toString()).append("$lte", last.toString());
    notes.forEach(
        new Document("source", source.id())
            .append("day", first.equals(last) ? first.toString() : days),
        note -> HoldDocuments.placed(note).forEach(each));
  }

  @Override
  public OptionalLong countedFrom(Source source) {
    return starts
        .find(source.id())
        .map(found -> OptionalLong.of(found.getLong("from")))
        .orElseGet(OptionalLong::empty);
  }

  /// The least one stays, whoever comes last.
  @Override
  public void countFrom(Source source, long offset) {
    starts.upsert(source.id(), new Document("$min", new Document("from", offset)));
  }
}
