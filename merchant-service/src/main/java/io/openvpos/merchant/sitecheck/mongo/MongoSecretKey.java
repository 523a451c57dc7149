package io.openvpos.merchant.sitecheck.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.sitecheck.secret.Secrets;
import io.openvpos.messaging.mongo.Documents;
import java.security.SecureRandom;
import java.time.Clock;
import org.bson.Document;
import org.bson.types.Binary;

/// Collection `keys`: the key of the sealed secrets where the operator set none, made by whichever
/// instance starts first. In production the setting keeps it away from what it seals.
public final class MongoSecretKey {

  private static final String ID = "secrets";

  private MongoSecretKey() {}

  public static byte[] load(MongoDatabase database, Clock clock) {
    Documents documents = Documents.plain(database, "keys");
    return documents.find(ID).map(MongoSecretKey::read).orElseGet(() -> create(documents, clock));
  }

  private static byte[] create(Documents documents, Clock clock) {
    byte[] made = new byte[Secrets.KEY_BYTES];
    new SecureRandom().nextBytes(made);
    Document document =
        new Document("_id", ID)
            .append("key", new Binary(made))
            .append("created_at", clock.instant().toString());
    return documents.insert(document)
        ? made
        : documents.find(ID).map(MongoSecretKey::read).orElseThrow();
  }

  private static byte[] read(Document stored) {
    return stored.get("key", Binary.class).getData();
  }
}
