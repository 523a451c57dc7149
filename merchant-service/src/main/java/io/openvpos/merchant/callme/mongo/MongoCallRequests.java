package io.openvpos.merchant.callme.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.AuditedDocuments;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.callme.CallRequest;
import io.openvpos.merchant.callme.CallRequests;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `call_requests`.
@Component
final class MongoCallRequests implements CallRequests {

  /// A day's work of everybody who calls.
  private static final int MOST = 500;

  private final AuditedDocuments documents;

  MongoCallRequests(MongoDatabase database, AuditRecords audit) {
    documents = new AuditedDocuments(database, "call_requests", "call", audit);
    documents.documents().index(new Document("called_by", 1).append("created_at", 1));
  }

  @Scheduled(initialDelay = 0, fixedDelay = 600_000)
  void sweep() {
    documents.sweep();
  }

  @Override
  public Optional<CallRequest> find(String id) {
    return documents.find(id).map(MongoCallRequests::read);
  }

  @Override
  public List<CallRequest> open() {
    return documents
        .documents()
        .findMany(new Document("called_by", null), new Document("created_at", 1), MOST)
        .stream()
        .map(MongoCallRequests::read)
        .toList();
  }

  @Override
  public void insert(CallRequest request, Action action) {
    boolean _ = documents.insert(request.id(), state(request), new Document(), action);
  }

  @Override
  public boolean save(CallRequest changed, Action action) {
    return documents.change(
        changed.id(), changed.version() - 1, state(changed), new Document(), action);
  }

  private static Document state(CallRequest request) {
    return new Document("name", request.name())
        .append("phone", request.phone())
        .append("note", request.note())
        .append("language", request.language())
        .append("created_at", request.createdAt().toString())
        .append("called_by", request.calledBy());
  }

  private static CallRequest read(Document stored) {
    return new CallRequest(
        stored.getString("_id"),
        stored.getLong("version"),
        stored.getString("name"),
        stored.getString("phone"),
        stored.getString("note"),
        stored.getString("language"),
        Instant.parse(stored.getString("created_at")),
        stored.getString("called_by"));
  }
}
