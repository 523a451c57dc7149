package io.openvpos.merchant.application.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.application.References;
import io.openvpos.messaging.mongo.Documents;
import java.security.SecureRandom;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Collection `keys`, document `applications`: the secret behind the applicants' codes, made by
/// whichever instance starts first and used by all.
@Configuration(proxyBeanMethods = false)
class MongoReferences {

  private static final String ID = "applications";
  private static final int BYTES = 32;

  @Bean
  References references(MongoDatabase database) {
    Documents keys = Documents.plain(database, "keys");
    byte[] made = new byte[BYTES];
    new SecureRandom().nextBytes(made);
    // Inserted once: whoever is late reads what the first one made.
    boolean _ = keys.insert(new Document("_id", ID).append("secret", new Binary(made)));
    return new References(keys.find(ID).orElseThrow().get("secret", Binary.class).getData());
  }
}
