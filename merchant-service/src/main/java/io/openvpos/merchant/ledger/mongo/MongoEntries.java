package io.openvpos.merchant.ledger.mongo;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.ledger.Entries;
import io.openvpos.merchant.ledger.EntryAmounts;
import io.openvpos.merchant.ledger.EntryLookup;
import io.openvpos.merchant.ledger.EntryReading;
import io.openvpos.merchant.ledger.domain.day.DayTotal;
import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.messaging.mongo.Documents;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `entries`: `_id` is head|event id. Pages of a head are read by `{head, seq}`, which
/// is not declared unique: MongoDB refuses that of a collection sharded by `_id`, and no two
/// entries of a head can have one number, since the head's compare-and-set gives it.
@Component
final class MongoEntries implements Entries, EntryReading, EntryLookup {

  private static final Document ID_ONLY = new Document("event_id", 1);
  private static final Document MOVED =
      new Document("seq", 1)
          .append("sales_day", 1)
          .append("at", 1)
          .append("type", 1)
          .append("postings", 1);
  private static final Document AMOUNTS = new Document("head", 1).append("postings", 1);

  private final Documents documents;

  MongoEntries(MongoDatabase database) {
    documents = Documents.plain(database, "entries");
    documents.index(new Document("head", 1).append("seq", 1));
    documents.index(
        new Document("source_topic", 1).append("source_partition", 1).append("sales_day", 1));
    documents.index(new Document("head", 1).append("sales_day", 1));
  }

  @Override
  public Set<String> stored(HeadKey head, Collection<String> eventIds) {
    List<String> ids = eventIds.stream().map(head::entryId).toList();
    Set<String> found = new HashSet<>();
    documents.forEach(
        new Document("_id", new Document("$in", ids)),
        ID_ONLY,
        entry -> found.add(entry.getString("event_id")));
    return found;
  }

  @Override
  public void insert(List<JournalEntry> entries) {
    documents.bulk(
        entries.stream().map(entry -> new InsertOneModel<>(EntryDocuments.write(entry))).toList());
  }

  @Override
  public List<DayTotal> totals(Source source, LocalDate day) {
    Map<String, DayTotal> totals = new TreeMap<>();
    documents.forEach(
        new Document("source_topic", source.topic())
            .append("source_partition", source.partition())
            .append("sales_day", day.toString()),
        AMOUNTS,
        entry -> {
          DayTotal one = total(entry);
          totals.merge(one.mode().code() + one.currency(), one, DayTotal::plus);
        });
    return List.copyOf(totals.values());
  }

  @Override
  public Optional<JournalEntry> find(String entryId) {
    return documents.find(entryId).map(EntryDocuments::read);
  }

  @Override
  public List<JournalEntry> page(HeadKey head, long afterSeq, int limit) {
    List<Long> wanted = LongStream.rangeClosed(afterSeq + 1, afterSeq + limit).boxed().toList();
    return documents
        .findMany(
            new Document("head", head.id()).append("seq", new Document("$in", wanted)),
            new Document("seq", 1),
            limit)
        .stream()
        .map(EntryDocuments::read)
        .toList();
  }

  @Override
  public Iterator<JournalEntry> between(HeadKey head, long firstSeq, long lastSeq) {
    Document numbers = new Document("$gte", firstSeq).append("$lte", lastSeq);
    Iterator<Document> found =
        documents.inOrder(
            new Document("head", head.id()).append("seq", numbers), new Document("seq", 1));
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return found.hasNext();
      }

      @Override
      public JournalEntry next() {
        return EntryDocuments.read(found.next());
      }
    };
  }

  @Override
  public List<JournalEntry> pageOfDay(HeadKey head, LocalDate day, long afterSeq, int limit) {
    return documents
        .findMany(
            new Document("head", head.id())
                .append("sales_day", day.toString())
                .append("seq", new Document("$gt", afterSeq)),
            new Document("seq", 1),
            limit)
        .stream()
        .map(EntryDocuments::read)
        .toList();
  }

  @Override
  public void scan(HeadKey head, Optional<LocalDate> from, Consumer<EntryAmounts> each) {
    Document filter = new Document("head", head.id());
    from.ifPresent(day -> filter.append("sales_day", new Document("$gte", day.toString())));
    documents.forEach(filter, MOVED, entry -> each.accept(EntryDocuments.amounts(entry)));
  }

  @Override
  public Map<HeadKey, Balances> balancesThrough(LocalDate day) {
    Map<HeadKey, Balances> balances = new TreeMap<>();
    documents.forEach(
        new Document("sales_day", new Document("$lte", day.toString())),
        AMOUNTS,
        entry -> {
          HeadKey head = HeadKey.parse(entry.getString("head"));
          Balances before = balances.getOrDefault(head, Balances.ZERO);
          balances.put(head, before.plus(EntryDocuments.postings(entry)));
        });
    return balances;
  }

  private static DayTotal total(Document entry) {
    HeadKey head = HeadKey.parse(entry.getString("head"));
    long debits =
        EntryDocuments.postings(entry).stream()
            .mapToLong(Posting::amount)
            .filter(amount -> amount > 0)
            .reduce(0, Math::addExact);
    return new DayTotal(head.mode(), head.currency(), 1, debits);
  }
}
