package io.openvpos.fraud.lists.mongo;

import com.mongodb.client.model.InsertOneModel;
import io.openvpos.fraud.lists.ListEntries;
import io.openvpos.fraud.lists.domain.ListEntry;
import io.openvpos.fraud.lists.domain.ListName;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `list_entries`: inserted once, removed once. The document `changes` of `list_changes`
/// counts; it is raised after the write, and whoever crashes in between is made good by the full
/// load that every instance repeats.
public final class MongoListEntries implements ListEntries {

  public static final String COLLECTION = "list_entries";
  public static final String CHANGES = "list_changes";

  private static final String COUNTER = "changes";

  private final Documents documents;
  private final Documents counters;

  public MongoListEntries(Documents documents, Documents counters) {
    this.documents = documents;
    this.counters = counters;
    documents.index(new Document("key", 1));
    documents.index(new Document("value", 1));
    documents.index(new Document("standing", 1).append("list", 1));
  }

  @Override
  public Set<String> add(List<ListEntry> entries) {
    return documents
        .bulk(entries.stream().map(entry -> new InsertOneModel<>(write(entry))).toList())
        .stream()
        .map(place -> entries.get(place).id())
        .collect(Collectors.toSet());
  }

  @Override
  public List<ListEntry> ofKeys(Collection<String> keys) {
    return all(new Document("key", new Document("$in", List.copyOf(keys))));
  }

  @Override
  public Optional<ListEntry> find(String id) {
    return documents.find(id).map(MongoListEntries::read);
  }

  @Override
  public boolean remove(String id, String by, Instant at) {
    Document update =
        new Document(
            "$set",
            new Document("standing", false)
                .append("removed_by", by)
                .append("removed_at", Date.from(at)));
    return documents.compareAndSet(id, 1, update);
  }

  @Override
  public List<ListEntry> page(@Nullable ListName list, @Nullable String startingAfter, int limit) {
    Document filter = new Document("standing", true);
    if (list != null) {
      filter.append("list", list.code());
    }
    if (startingAfter != null) {
      filter.append("_id", new Document("$gt", startingAfter));
    }
    return documents.findMany(filter, new Document("_id", 1), limit).stream()
        .map(MongoListEntries::read)
        .toList();
  }

  @Override
  public List<ListEntry> ofValue(String value) {
    Document filter = new Document("value", value).append("standing", true);
    return documents.findMany(filter, new Document("_id", 1), 0).stream()
        .map(MongoListEntries::read)
        .toList();
  }

  @Override
  public List<ListEntry> standing() {
    return all(new Document("standing", true));
  }

  @Override
  public List<ListEntry> all() {
    return all(new Document());
  }

  @Override
  public long changes() {
    return counters.find(COUNTER).map(found -> found.getLong("count")).orElse(0L);
  }

  @Override
  public void changed() {
    counters.upsert(COUNTER, new Document("$inc", new Document("count", 1L)));
  }

  private List<ListEntry> all(Document filter) {
    List<ListEntry> all = new ArrayList<>();
    documents.forEach(filter, document -> all.add(read(document)));
    return all;
  }

  private static Document write(ListEntry entry) {
    Mode mode = entry.mode();
    Instant expiresAt = entry.expiresAt();
    return new Document("_id", entry.id())
        .append("version", 1L)
        .append("key", entry.key())
        .append("list", entry.list().code())
        .append("value", entry.value())
        .append("mode", mode == null ? null : mode.code())
        .append("reason", entry.reason())
        .append("source", entry.source())
        .append("added_by", entry.addedBy())
        .append("added_at", Date.from(entry.addedAt()))
        .append("expires_at", expiresAt == null ? null : Date.from(expiresAt))
        .append("standing", true);
  }

  private static ListEntry read(Document document) {
    String mode = document.getString("mode");
    return new ListEntry(
        document.getString("_id"),
        ListName.of(document.getString("list")).orElseThrow(),
        document.getString("value"),
        mode == null ? null : Mode.of(mode),
        document.getString("reason"),
        document.getString("source"),
        document.getString("added_by"),
        document.getDate("added_at").toInstant(),
        instant(document, "expires_at"),
        document.getString("removed_by"),
        instant(document, "removed_at"));
  }

  private static @Nullable Instant instant(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }
}
