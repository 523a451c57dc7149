package io.openvpos.merchant.sitecheck.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
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
import org.springframework.stereotype.Component;

/// Collection `site_checks`: `_id` is `<subject>|<number>`, so two requests cannot make the same
/// number. `due_at` is there until the check has ended: now for one that waits, the lease's end for
/// one that runs.
@Component
final class MongoSiteChecks implements SiteCheckStore {

  private final Documents documents;

  MongoSiteChecks(MongoDatabase database) {
    documents = Documents.versioned(database, "site_checks");
    documents.index(new Document("subject_id", 1).append("number", 1));
    documents.sparseIndex(new Document("due_at", 1));
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
  public boolean insert(SiteCheck asked) {
    Document first = new Document("_id", asked.id()).append("version", asked.version());
    first.putAll(SiteCheckDocuments.state(asked));
    first.append("due_at", Date.from(asked.askedAt()));
    return documents.insert(first);
  }

  @Override
  public boolean save(SiteCheck changed) {
    Document update = new Document("$set", SiteCheckDocuments.state(changed));
    Instant until = changed.leaseUntil();
    if (until == null) {
      update.append("$unset", new Document("due_at", ""));
    } else {
      update.get("$set", Document.class).append("due_at", Date.from(until));
    }
    return documents.compareAndSet(changed.id(), changed.version() - 1, update);
  }

  @Override
  public List<SiteCheck> due(Instant now, int limit) {
    Document until = new Document("due_at", new Document("$lte", Date.from(now)));
    return documents.findMany(until, new Document("due_at", 1), limit).stream()
        .map(SiteCheckDocuments::read)
        .filter(check -> check.state() != State.ENDED)
        .sorted(Comparator.comparing(SiteCheck::askedAt))
        .toList();
  }
}
