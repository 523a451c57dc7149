package io.openvpos.fraud.cases.mongo;

import io.openvpos.fraud.cases.Cases;
import io.openvpos.fraud.cases.domain.CaseStatus;
import io.openvpos.fraud.cases.domain.ReviewCase;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `cases`, inserted once and changed by compare-and-set, and `case_snoozes`, where the
/// last word counts.
public final class MongoCases implements Cases {

  public static final String COLLECTION = "cases";
  public static final String SNOOZES = "case_snoozes";

  private static final Document OLDEST_FIRST = new Document("opened_at", 1).append("_id", 1);

  private final Documents documents;
  private final Documents snoozes;

  public MongoCases(Documents documents, Documents snoozes) {
    this.documents = documents;
    this.snoozes = snoozes;
    documents.index(new Document("status", 1).append("opened_at", 1));
    documents.sparseIndex(new Document("unfinished", 1));
  }

  @Override
  public boolean open(ReviewCase opened) {
    return documents.insert(CaseDocument.write(opened));
  }

  @Override
  public Optional<ReviewCase> find(String id) {
    return documents.find(id).map(CaseDocument::read);
  }

  @Override
  public boolean save(ReviewCase changed) {
    Document set = CaseDocument.state(changed);
    if (changed.conclusion() != null) {
      set.append("unfinished", true);
    }
    return documents.compareAndSet(changed.id(), changed.version() - 1, new Document("$set", set));
  }

  @Override
  public List<ReviewCase> page(
      CaseStatus status, @Nullable String assignee, @Nullable ReviewCase after, int limit) {
    Document filter = new Document("status", status.code());
    if (assignee != null) {
      filter.append("assignee", assignee);
    }
    if (after != null) {
      Date at = Date.from(after.openedAt());
      filter.append(
          "$or",
          List.of(
              new Document("opened_at", new Document("$gt", at)),
              new Document("opened_at", at).append("_id", new Document("$gt", after.id()))));
    }
    return read(filter, limit);
  }

  @Override
  public List<ReviewCase> unfinished(int limit) {
    return read(new Document("unfinished", true), limit);
  }

  @Override
  public void finished(String id) {
    documents.update(id, new Document("$unset", new Document("unfinished", "")));
  }

  @Override
  public void snooze(Snooze snooze) {
    snoozes.upsert(
        id(snooze.entity(), snooze.value()),
        new Document(
            "$set",
            new Document("entity", snooze.entity())
                .append("value", snooze.value())
                .append("until", Date.from(snooze.until()))
                .append("reason", snooze.reason())
                .append("by", snooze.by())));
  }

  @Override
  public Optional<Snooze> snoozeOf(String entity, String value) {
    return snoozes.find(id(entity, value)).map(MongoCases::snooze);
  }

  @Override
  public List<Snooze> snoozes(Instant at) {
    Document filter = new Document("until", new Document("$gt", Date.from(at)));
    return snoozes.findMany(filter, new Document("until", 1), 1_000).stream()
        .map(MongoCases::snooze)
        .toList();
  }

  private List<ReviewCase> read(Document filter, int limit) {
    return documents.findMany(filter, OLDEST_FIRST, limit).stream()
        .map(CaseDocument::read)
        .toList();
  }

  private static String id(String entity, String value) {
    return entity + "|" + value;
  }

  private static Snooze snooze(Document document) {
    return new Snooze(
        document.getString("entity"),
        document.getString("value"),
        document.getDate("until").toInstant(),
        document.getString("reason"),
        document.getString("by"));
  }
}
