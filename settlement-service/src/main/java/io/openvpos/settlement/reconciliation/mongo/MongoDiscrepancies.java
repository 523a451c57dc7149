package io.openvpos.settlement.reconciliation.mongo;

import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.matter.domain.Matter;
import io.openvpos.settlement.reconciliation.Discrepancies;
import io.openvpos.settlement.reconciliation.domain.Discrepancy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/// Collection `reconciliation_exceptions`.
public final class MongoDiscrepancies implements Discrepancies {

  private final Documents documents;

  public MongoDiscrepancies(Documents documents) {
    this.documents = documents;
    documents.index(new Document("status", 1));
    documents.index(new Document("day", 1));
  }

  @Override
  public void open(Discrepancy found) {
    Document document = new Document("_id", found.id()).append("version", found.version());
    document.putAll(DiscrepancyDocument.state(found));
    documents.insert(document);
  }

  @Override
  public boolean save(Discrepancy changed) {
    return documents.compareAndSet(
        changed.id(), changed.version(), new Document("$set", DiscrepancyDocument.state(changed)));
  }

  @Override
  public Optional<Discrepancy> find(String id) {
    return documents.find(id).map(DiscrepancyDocument::read);
  }

  @Override
  public List<Discrepancy> list(Query query, @Nullable String startingAfter, int limit) {
    Document filter = new Document();
    Matter.Status status = query.status();
    LocalDate day = query.day();
    put(filter, "status", status == null ? null : status.code());
    put(filter, "owner", query.owner());
    put(filter, "day", day == null ? null : day.toString());
    put(filter, "_id", startingAfter == null ? null : new Document("$gt", startingAfter));
    return documents.findMany(filter, new Document("_id", 1), limit).stream()
        .map(DiscrepancyDocument::read)
        .toList();
  }

  private static void put(Document filter, String field, @Nullable Object value) {
    if (value != null) {
      filter.append(field, value);
    }
  }
}
