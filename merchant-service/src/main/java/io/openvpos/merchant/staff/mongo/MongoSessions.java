package io.openvpos.merchant.staff.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.staff.session.Sessions;
import io.openvpos.messaging.mongo.Documents;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Collection `page_sessions`: `_id` is the session's id. Removed when it ends, or hourly when its
/// time is over.
@Component
final class MongoSessions implements Sessions {

  private static final int SWEEP_MILLIS = 3_600_000;

  private final Documents documents;
  private final Clock clock;

  MongoSessions(MongoDatabase database, Clock clock) {
    this.clock = clock;
    documents = Documents.plain(database, "page_sessions");
    documents.index(new Document("ends_at", 1));
  }

  @Scheduled(initialDelay = SWEEP_MILLIS, fixedDelay = SWEEP_MILLIS)
  void sweep() {
    List<String> over = new ArrayList<>();
    documents.forEach(
        new Document("ends_at", new Document("$lt", clock.instant().toString())),
        new Document("_id", 1),
        found -> over.add(found.getString("_id")));
    over.forEach(documents::delete);
  }

  @Override
  public void insert(Session session) {
    documents.insert(
        new Document("_id", session.id())
            .append("email", session.email())
            .append("epoch", session.epoch())
            .append("csrf", session.csrf())
            .append("ends_at", session.endsAt().toString()));
  }

  @Override
  public Optional<Session> find(String id) {
    return documents
        .find(id)
        .map(stored ->
            new Session(
                stored.getString("_id"),
                stored.getString("email"),
                stored.getLong("epoch"),
                stored.getString("csrf"),
                Instant.parse(stored.getString("ends_at")),
                stored.getString("pending_secret")));
  }

  @Override
  public void keepSecret(String id, String secret) {
    documents.update(id, new Document("$set", new Document("pending_secret", secret)));
  }

  @Override
  public void end(String id) {
    documents.delete(id);
  }
}
