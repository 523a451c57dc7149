package io.openvpos.authorization.threeds.mongo;

import io.openvpos.authorization.threeds.AuthenticationRecord;
import io.openvpos.authorization.threeds.Authentications;
import io.openvpos.authorization.threeds.domain.Authentication;
import io.openvpos.messaging.mongo.Documents;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Authentications in one collection. `attention_at` is the one field that a sweep searches by:
/// when an open one is due, or when an ended one ended, until its payment has taken the end.
public final class MongoAuthentications implements Authentications {

  private static final String ATTENTION_AT = "attention_at";

  private final Documents documents;

  /// @param documents a versioned collection
  public MongoAuthentications(Documents documents) {
    this.documents = documents;
    documents.sparseIndex(new Document(ATTENTION_AT, 1));
  }

  @Override
  public boolean add(Authentication started) {
    return documents.insert(AuthenticationDocument.of(started).append("version", 0L));
  }

  @Override
  public Optional<AuthenticationRecord> find(String id) {
    return documents.find(id).map(MongoAuthentications::read);
  }

  @Override
  public boolean store(AuthenticationRecord before, Authentication after) {
    Document set = AuthenticationDocument.of(after);
    set.remove("_id");
    return documents.compareAndSet(after.id(), before.version(), new Document("$set", set));
  }

  /// Commutes with everything: an end never changes.
  @Override
  public void settled(String id) {
    documents.update(id, new Document("$unset", new Document(ATTENTION_AT, "")));
  }

  @Override
  public List<AuthenticationRecord> due(Instant now, int limit) {
    return documents
        .findMany(
            new Document(ATTENTION_AT, new Document("$lte", Date.from(now))),
            new Document(ATTENTION_AT, 1),
            limit)
        .stream()
        .map(MongoAuthentications::read)
        .toList();
  }

  private static AuthenticationRecord read(Document found) {
    return new AuthenticationRecord(AuthenticationDocument.read(found), found.getLong("version"));
  }
}
