package io.openvpos.merchant.audit;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.AuditChain;
import io.openvpos.merchant.audit.domain.AuditRecord;
import io.openvpos.messaging.mongo.Documents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A collection whose documents change by compare-and-set, each change together with its audit
/// record: the record goes into the document's own `audit` field by the same write, is then kept in
/// collection `audit`, and only then taken out again. A crash between leaves it in the document,
/// where the next change or the sweep finds it.
public final class AuditedDocuments {

  private static final Logger LOG = LoggerFactory.getLogger(AuditedDocuments.class);
  private static final String FIELD = "audit";

  private final Documents documents;
  private final AuditRecords records;
  private final String kind;

  /// @param kind of the subjects, as `merchant`: a subject is `kind:id`
  public AuditedDocuments(
      MongoDatabase database, String collection, String kind, AuditRecords records) {
    documents = Documents.versioned(database, collection);
    documents.sparseIndex(new Document(FIELD + ".pending.hash", 1));
    this.kind = kind;
    this.records = records;
  }

  /// The collection itself, for reading, indexes and an outbox relay.
  public Documents documents() {
    return documents;
  }

  public Optional<Document> find(String id) {
    return documents.find(id);
  }

  /// Inserts version 1. False if the id or a unique key is taken.
  ///
  /// @param state what the audit record's digest covers
  /// @param beside fields outside the state, as an outbox
  public boolean insert(String id, Document state, Document beside, Action action) {
    AuditRecord record = AuditChain.begin(subject(id)).next(action, digest(state));
    Document first = new Document("_id", id).append("version", 1L);
    first.putAll(state);
    first.putAll(beside);
    first.append(FIELD, field(record).append("pending", List.of(AuditRecords.write(record))));
    boolean inserted = documents.insert(first);
    if (inserted) {
      release(id, List.of(AuditRecords.write(record)));
    }
    return inserted;
  }

  /// Replaces the state if the document still has `version`. False if it has not; nothing is
  /// changed then.
  ///
  /// @param beside further update operators, as `$push` of an outbox
  public boolean change(String id, long version, Document state, Document beside, Action action) {
    Document stored = documents.find(id).orElse(null);
    if (stored == null || stored.getLong("version") != version) {
      return false;
    }
    AuditRecord record = chain(stored).next(action, digest(state));
    Document set = new Document(state);
    set.putAll(beside.get("$set", new Document()));
    field(record).forEach((name, value) -> set.append(FIELD + "." + name, value));
    Document push = new Document(beside.get("$push", new Document()));
    push.append(FIELD + ".pending", AuditRecords.write(record));
    Document update = new Document(beside).append("$set", set).append("$push", push);
    boolean changed = documents.compareAndSet(id, version, update);
    if (changed) {
      List<Document> pending = new ArrayList<>(pending(stored));
      pending.add(AuditRecords.write(record));
      release(id, pending);
    }
    return changed;
  }

  /// The chain's end as the subject's own document has it.
  public Optional<AuditChain> chain(String id) {
    return documents.find(id).map(this::chain);
  }

  /// Keeps what a crash left in the documents.
  public void sweep() {
    Map<String, List<Document>> left = new HashMap<>();
    documents.forEach(
        new Document(FIELD + ".pending.hash", new Document("$exists", true)),
        new Document(FIELD, 1),
        found -> left.put(found.getString("_id"), pending(found)));
    left.forEach(this::keep);
  }

  /// The change is made whatever becomes of this: what is not kept now is kept by the sweep.
  private void release(String id, List<Document> pending) {
    try {
      keep(id, pending);
    } catch (RuntimeException unanswered) {
      LOG.warn("audit records of {} are kept later", subject(id), unanswered);
    }
  }

  private void keep(String id, List<Document> pending) {
    records.keep(pending);
    List<String> hashes = pending.stream().map(found -> found.getString("hash")).toList();
    documents.update(
        id,
        new Document(
            "$pull",
            new Document(FIELD + ".pending", new Document("hash", new Document("$in", hashes)))));
  }

  private AuditChain chain(Document stored) {
    Document field = stored.get(FIELD, Document.class);
    AuditChain none = AuditChain.begin(subject(stored.getString("_id")));
    return field == null
        ? none
        : new AuditChain(
            none.subject(),
            field.getLong("seq"),
            field.getString("hash"),
            field.getString("digest"));
  }

  private static List<Document> pending(Document stored) {
    return stored.get(FIELD, new Document()).getList("pending", Document.class, List.of());
  }

  private static Document field(AuditRecord last) {
    return new Document("seq", last.seq())
        .append("hash", last.hash())
        .append("digest", last.after());
  }

  private String subject(String id) {
    return kind + ":" + id;
  }

  /// Over the state as it is written, field by field.
  private static String digest(Document state) {
    return AuditRecord.sha256(state.toJson());
  }
}
