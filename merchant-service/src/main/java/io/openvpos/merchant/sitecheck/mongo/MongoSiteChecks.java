package io.openvpos.merchant.sitecheck.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.AuditedDocuments;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.sitecheck.SiteCheckStore;
import io.openvpos.merchant.sitecheck.domain.SiteCheck;
import io.openvpos.merchant.sitecheck.domain.SiteCheck.State;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `site_checks`: `_id` is `<subject>|<number>`, so two requests cannot make the same
/// number. `due_at` is there until the check has ended: now for one that waits, the lease's end for
/// one that runs.
@Component
final class MongoSiteChecks implements SiteCheckStore {

  private static final String DUE = "due_at";

  private final AuditedDocuments audited;
  private final Documents documents;

  MongoSiteChecks(MongoDatabase database, AuditRecords audit) {
    audited = new AuditedDocuments(database, "site_checks", "site_check", audit);
    documents = audited.documents();
    documents.index(new Document("subject_id", 1).append("number", 1));
    documents.sparseIndex(new Document(DUE, 1));
  }

  @Override
  public Optional<SiteCheck> find(String subjectId, int number) {
    return documents.find(SiteCheck.id(subjectId, number)).map(SiteCheckDocuments::read);
  }

  @Override
  public List<SiteCheck> of(String subjectId, int limit) {
    return documents
        .findMany(new Document("subject_id", subjectId), new Document("number", -1), limit)
        .stream()
        .map(SiteCheckDocuments::read)
        .toList();
  }

  @Override
  public boolean insert(SiteCheck asked, Action action) {
    Document due = new Document(DUE, Date.from(asked.askedAt()));
    return audited.insert(asked.id(), SiteCheckDocuments.state(asked), due, action);
  }

  @Override
  public boolean save(SiteCheck changed, Action action) {
    Instant until = changed.leaseUntil();
    Document beside =
        until == null
            ? new Document("$unset", new Document(DUE, ""))
            : new Document("$set", new Document(DUE, Date.from(until)));
    return audited.change(
        changed.id(), changed.version() - 1, SiteCheckDocuments.state(changed), beside, action);
  }

  /// Audit records that a crash left in the checks.
  @Scheduled(initialDelay = 0, fixedDelay = 600_000)
  void sweep() {
    audited.sweep();
  }

  @Override
  public List<SiteCheck> due(Instant now, int limit) {
    Document until = new Document(DUE, new Document("$lte", Date.from(now)));
    return documents.findMany(until, new Document(DUE, 1), limit).stream()
        .map(SiteCheckDocuments::read)
        .filter(check -> check.state() != State.ENDED)
        .sorted(Comparator.comparing(SiteCheck::askedAt))
        .toList();
  }
}
