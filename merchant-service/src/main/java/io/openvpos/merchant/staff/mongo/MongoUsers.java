package io.openvpos.merchant.staff.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.audit.AuditRecords;
import io.openvpos.merchant.audit.AuditedDocuments;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.staff.Users;
import io.openvpos.merchant.staff.domain.Guard;
import io.openvpos.merchant.staff.domain.User;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `users`: `_id` is the e-mail address. What administrators and owners change is the
/// audited state; the guard, which changes with every attempt to sign in, is beside it.
@Component
final class MongoUsers implements Users {

  private static final int SWEEP_MILLIS = 600_000;

  private final AuditedDocuments users;

  MongoUsers(MongoDatabase database, AuditRecords records) {
    users = new AuditedDocuments(database, "users", "user", records);
    users.documents().index(new Document("merchant_id", 1).append("_id", 1));
  }

  @Scheduled(initialDelay = 0, fixedDelay = SWEEP_MILLIS)
  void sweep() {
    users.sweep();
  }

  @Override
  public Optional<User> find(String email) {
    return users.find(email).map(this::versioned).map(UserDocuments::read);
  }

  @Override
  public boolean insert(User user, Action action) {
    return users.insert(user.email(), UserDocuments.state(user), new Document(), action);
  }

  @Override
  public boolean save(User changed, Action action) {
    return users.change(
        changed.email(),
        changed.version() - 1,
        UserDocuments.state(changed),
        new Document(),
        action);
  }

  @Override
  public boolean guard(User read, Guard guard) {
    return users
        .documents()
        .compareAndSet(
            read.email(),
            read.version(),
            new Document("$set", new Document("guard", UserDocuments.guard(guard))));
  }

  @Override
  public List<User> of(@Nullable String merchantId, String after, int limit) {
    Document filter =
        new Document("merchant_id", merchantId).append("_id", new Document("$gt", after));
    return users.documents().findMany(filter, new Document("_id", 1), limit).stream()
        .map(this::versioned)
        .map(UserDocuments::read)
        .toList();
  }

  /// Users of the time before versions get the first one. Whoever else does it at the same moment
  /// does the same, and a later version stays.
  private Document versioned(Document stored) {
    if (stored.get("version") != null) {
      return stored;
    }
    String id = stored.getString("_id");
    users.documents().update(id, new Document("$max", new Document("version", 1L)));
    return users.find(id).orElseThrow();
  }
}
