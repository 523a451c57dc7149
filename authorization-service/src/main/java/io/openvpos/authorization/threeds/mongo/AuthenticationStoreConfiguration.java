package io.openvpos.authorization.threeds.mongo;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.threeds.Authentications;
import io.openvpos.messaging.mongo.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the store of authentications.
@Configuration(proxyBeanMethods = false)
class AuthenticationStoreConfiguration {

  @Bean
  Authentications authentications(MongoDatabase database) {
    return new MongoAuthentications(Documents.versioned(database, "authentications"));
  }
}
