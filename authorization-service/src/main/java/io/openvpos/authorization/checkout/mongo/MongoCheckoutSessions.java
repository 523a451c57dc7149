package io.openvpos.authorization.checkout.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.checkout.CheckoutSessions;
import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.messaging.mongo.Documents;
import java.util.Optional;
import org.bson.Document;

/// Sessions in the collection `checkout_sessions`: `_id` is the key, `session_id` the random id,
/// which is unique too.
public final class MongoCheckoutSessions implements CheckoutSessions {

  private final Documents documents;

  private MongoCheckoutSessions(Documents documents) {
    this.documents = documents;
  }

  public static MongoCheckoutSessions in(MongoDatabase database) {
    Documents documents = Documents.versioned(database, "checkout_sessions");
    documents.uniqueIndex(new Document("session_id", 1));
    return new MongoCheckoutSessions(documents);
  }

  @Override
  public boolean add(CheckoutSession session) {
    return documents.insert(SessionDocument.of(session));
  }

  @Override
  public Optional<CheckoutSession> byKey(String key) {
    return documents.find(key).map(SessionDocument::read);
  }

  @Override
  public Optional<CheckoutSession> byId(String id) {
    return documents.findOne(new Document("session_id", id)).map(SessionDocument::read);
  }

  @Override
  public boolean store(CheckoutSession after) {
    return documents.compareAndSet(
        after.terms().key(),
        after.version(),
        new Document("$set", SessionDocument.changing(after)));
  }
}
