package io.openvpos.merchant.audit;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.audit.domain.AuditRecord;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/// Collection `audit`: every record for ever, `_id` is `subject|seq`.
@Component
public final class AuditRecords {

  private final Documents documents;

  public AuditRecords(MongoDatabase database) {
    documents = Documents.plain(database, "audit");
    documents.index(new Document("subject", 1).append("seq", 1));
    documents.index(new Document("at", 1));
  }

  /// Inserts what is not there yet; a record that is there is the same one.
  void keep(List<Document> records) {
    documents.bulk(
        records.stream()
            .map(found ->
                new InsertOneModel<>(
                    new Document("_id", found.getString("subject") + "|" + found.getLong("seq"))
                        .append("subject", found.getString("subject"))
                        .append("seq", found.getLong("seq"))
                        .append("action", found.getString("action"))
                        .append("who", found.getString("who"))
                        .append("from", found.getString("from"))
                        .append("at", found.getString("at"))
                        .append("before", found.getString("before"))
                        .append("after", found.getString("after"))
                        .append("previous_hash", found.getString("previous_hash"))
                        .append("hash", found.getString("hash"))))
            .toList());
  }

  /// All of a subject, oldest first.
  public List<AuditRecord> of(String subject) {
    return documents.findMany(new Document("subject", subject), new Document("seq", 1), 0).stream()
        .map(AuditRecords::read)
        .toList();
  }

  /// The newest of all subjects, newest first.
  public List<AuditRecord> newest(int limit) {
    return documents
        .findMany(new Document(), new Document("at", -1).append("_id", -1), limit)
        .stream()
        .map(AuditRecords::read)
        .toList();
  }

  static Document write(AuditRecord record) {
    Action action = record.action();
    return new Document("subject", record.subject())
        .append("seq", record.seq())
        .append("action", action.name())
        .append("who", action.actor().who())
        .append("from", action.actor().from())
        .append("at", action.at().toString())
        .append("before", record.before())
        .append("after", record.after())
        .append("previous_hash", record.previousHash())
        .append("hash", record.hash());
  }

  private static AuditRecord read(Document stored) {
    return new AuditRecord(
        stored.getString("subject"),
        stored.getLong("seq"),
        new Action(
            stored.getString("action"),
            new Actor(stored.getString("who"), stored.getString("from")),
            Instant.parse(stored.getString("at"))),
        stored.getString("before"),
        stored.getString("after"),
        stored.getString("previous_hash"),
        stored.getString("hash"));
  }
}
