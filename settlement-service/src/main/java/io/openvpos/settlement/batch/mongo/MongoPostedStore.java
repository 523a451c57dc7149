package io.openvpos.settlement.batch.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Posted;
import io.openvpos.settlement.batch.domain.PostedStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bson.Document;

/// `posted_entries`: the id is the event id of the entry's cause, which has one entry.
public final class MongoPostedStore implements PostedStore {

  private static final int AT_ONCE = 1_000;

  private final Documents documents;

  public MongoPostedStore(Documents documents) {
    this.documents = documents;
  }

  @Override
  public void insertMissing(Posted entry) {
    Document legs = new Document();
    entry.legs().forEach(legs::append);
    documents.insert(
        new Document("_id", entry.eventId())
            .append("entry_id", entry.entryId())
            .append("day", entry.day().toString())
            .append("head", entry.head().id())
            .append("type", entry.type())
            .append("legs", legs)
            .append("at", Date.from(entry.at())));
  }

  @Override
  public List<Posted> find(Collection<String> eventIds) {
    List<String> wanted = List.copyOf(eventIds);
    List<Posted> found = new ArrayList<>();
    for (int from = 0; from < wanted.size(); from += AT_ONCE) {
      List<String> some = wanted.subList(from, Math.min(wanted.size(), from + AT_ONCE));
      documents.forEach(
          new Document("_id", new Document("$in", some)), one -> found.add(read(one)));
    }
    found.sort(Comparator.comparing(Posted::eventId));
    return found;
  }

  private static Posted read(Document found) {
    Map<String, Long> legs = new TreeMap<>();
    Document stored = found.get("legs", Document.class);
    stored.keySet().forEach(account -> legs.put(account, stored.getLong(account)));
    return new Posted(
        found.getString("_id"),
        found.getString("entry_id"),
        LocalDate.parse(found.getString("day")),
        Head.of(found.getString("head")),
        found.getString("type"),
        legs,
        found.getDate("at").toInstant());
  }
}
