package io.openvpos.merchant.application.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.application.Applications;
import io.openvpos.merchant.application.domain.Application;
import io.openvpos.merchant.application.domain.ApplicationStatus;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperKind;
import io.openvpos.merchant.application.domain.PaperType;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.AuditedDocuments;
import io.openvpos.merchant.audit.domain.Action;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `applications`: `_id` is the reference number.
@Component
final class MongoApplications implements Applications {

  private final AuditedDocuments documents;

  MongoApplications(MongoDatabase database, AuditRecords audit) {
    documents = new AuditedDocuments(database, "applications", "application", audit);
    documents.documents().index(new Document("status", 1).append("created_at", 1));
  }

  @Scheduled(initialDelay = 0, fixedDelay = 600_000)
  void sweep() {
    documents.sweep();
  }

  @Override
  public Optional<Application> find(String id) {
    return documents.find(id).map(MongoApplications::read);
  }

  @Override
  public List<Application> list(Optional<ApplicationStatus> status) {
    Document filter = new Document();
    status.ifPresent(wanted -> filter.append("status", wanted.code()));
    return documents
        .documents()
        .findMany(filter, new Document("created_at", 1).append("_id", 1), 0)
        .stream()
        .map(MongoApplications::read)
        .toList();
  }

  @Override
  public boolean insert(Application application, Action action) {
    return documents.insert(application.id(), state(application), new Document(), action);
  }

  @Override
  public boolean save(Application changed, Action action) {
    return documents.change(
        changed.id(), changed.version() - 1, state(changed), new Document(), action);
  }

  private static Document state(Application application) {
    return new Document("status", application.status().code())
        .append("form", FormDocuments.write(application.form()))
        .append("papers", application.papers().stream().map(MongoApplications::paper).toList())
        .append("review", ReviewDocuments.write(application.review()))
        .append("created_at", application.createdAt().toString());
  }

  private static Application read(Document stored) {
    return new Application(
        stored.getString("_id"),
        stored.getLong("version"),
        ApplicationStatus.of(stored.getString("status")).orElseThrow(),
        FormDocuments.read(stored.get("form", Document.class)),
        stored.getList("papers", Document.class).stream().map(MongoApplications::paper).toList(),
        ReviewDocuments.read(stored.get("review", Document.class)),
        Instant.parse(stored.getString("created_at")));
  }

  private static Document paper(Paper paper) {
    return new Document("file_id", paper.fileId())
        .append("kind", paper.kind().code())
        .append("name", paper.name())
        .append("type", paper.type().name())
        .append("size", paper.size())
        .append("sha256", paper.sha256())
        .append("uploaded_at", paper.uploadedAt().toString());
  }

  private static Paper paper(Document stored) {
    return new Paper(
        stored.getString("file_id"),
        PaperKind.of(stored.getString("kind")).orElseThrow(),
        stored.getString("name"),
        PaperType.valueOf(stored.getString("type")),
        stored.getLong("size"),
        stored.getString("sha256"),
        Instant.parse(stored.getString("uploaded_at")));
  }
}
