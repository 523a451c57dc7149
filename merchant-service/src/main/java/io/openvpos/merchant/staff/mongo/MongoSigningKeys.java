package io.openvpos.merchant.staff.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.staff.SigningKey;
import io.openvpos.messaging.mongo.Documents;
import java.time.Clock;
import org.bson.Document;
import org.bson.types.Binary;

/// Collection `keys`: the one signing key, made by whichever instance starts first and used by all,
/// so that tokens survive restarts. In production the store must encrypt it at rest.
public final class MongoSigningKeys {

  private static final String ID = "staff";

  private MongoSigningKeys() {}

  public static SigningKey load(MongoDatabase database, Clock clock) {
    Documents documents = Documents.plain(database, "keys");
    return documents.find(ID).map(MongoSigningKeys::read).orElseGet(() -> create(documents, clock));
  }

  private static SigningKey create(Documents documents, Clock clock) {
    SigningKey made = SigningKey.generate();
    Document document =
        new Document("_id", ID)
            .append("kid", made.id())
            .append("public_key", new Binary(made.publicKey().getEncoded()))
            .append("private_key", new Binary(made.privateKey().getEncoded()))
            .append("created_at", clock.instant().toString());
    return documents.insert(document)
        ? made
        : documents.find(ID).map(MongoSigningKeys::read).orElseThrow();
  }

  private static SigningKey read(Document stored) {
    return SigningKey.decode(
        stored.get("public_key", Binary.class).getData(),
        stored.get("private_key", Binary.class).getData());
  }
}
