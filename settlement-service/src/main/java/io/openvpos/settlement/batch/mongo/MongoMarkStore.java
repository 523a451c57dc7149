package io.openvpos.settlement.batch.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.LedgerMark;
import io.openvpos.settlement.batch.domain.Line.Source;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.batch.domain.SourceHolds;
import io.openvpos.settlement.batch.domain.SourceTotal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;

/// `ledger_marks`: `day|topic|partition` for a day that ended there, `posted|event id` for a close
/// or payout that is a journal entry.
public final class MongoMarkStore implements MarkStore {

  private static final String POSTED = "posted|";

  private final Documents documents;

  public MongoMarkStore(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void record(LedgerMark mark) {
    Document marked =
        new Document("_id", mark.id())
            .append("day", mark.day().toString())
            .append("source_topic", mark.source().topic())
            .append("partition", mark.source().partition())
            .append("totals", mark.totals().stream().map(MongoMarkStore::write).toList());
    mark.holds()
        .ifPresent(
            holds -> marked.append("holds", holds.stream().map(MongoMarkStore::write).toList()));
    if (!documents.insert(marked)) {
      LedgerMark first = find(List.of(mark.id())).getFirst();
      if (!first.agreesWith(mark)) {
        throw new IllegalStateException("the ledger counts " + mark.id() + " anew: " + mark);
      }
    }
  }

  @Override
  public List<LedgerMark> find(Collection<String> ids) {
    return documents.findMany(in(ids), new Document("_id", 1), 0).stream()
        .map(MongoMarkStore::read)
        .toList();
  }

  @Override
  public void recordPosted(String eventId, String entryId) {
    documents.insert(new Document("_id", POSTED + eventId).append("entry_id", entryId));
  }

  @Override
  public Set<String> posted(Collection<String> eventIds) {
    Set<String> posted = new HashSet<>();
    documents.forEach(
        in(eventIds.stream().map(id -> POSTED + id).toList()),
        new Document("_id", 1),
        found -> posted.add(found.getString("_id").substring(POSTED.length())));
    return posted;
  }

  private static Document in(Collection<String> ids) {
    return new Document("_id", new Document("$in", List.copyOf(ids)));
  }

  private static Document write(SourceTotal total) {
    return new Document("mode", total.mode().code())
        .append("currency", total.currency())
        .append("entries", total.entries())
        .append("debits", total.debits());
  }

  private static Document write(SourceHolds holds) {
    return new Document("mode", holds.mode().code())
        .append("currency", holds.currency())
        .append("authorizations", holds.authorizations())
        .append("authorized", holds.authorized())
        .append("captures", holds.captures())
        .append("captured", holds.captured())
        .append("released", holds.released());
  }

  private static SourceHolds holds(Document found) {
    return new SourceHolds(
        Mode.of(found.getString("mode")),
        found.getString("currency"),
        found.getLong("authorizations"),
        found.getLong("authorized"),
        found.getLong("captures"),
        found.getLong("captured"),
        found.getLong("released"));
  }

  private static LedgerMark read(Document found) {
    List<SourceTotal> totals =
        found.getList("totals", Document.class).stream()
            .map(total ->
                new SourceTotal(
                    Mode.of(total.getString("mode")),
                    total.getString("currency"),
                    total.getLong("entries"),
                    total.getLong("debits")))
            .toList();
    Source source = new Source(found.getString("source_topic"), found.getInteger("partition"));
    return new LedgerMark(
        LocalDate.parse(found.getString("day")),
        source,
        totals,
        Optional.ofNullable(found.getList("holds", Document.class))
            .map(holds -> holds.stream().map(MongoMarkStore::holds).toList()));
  }
}
