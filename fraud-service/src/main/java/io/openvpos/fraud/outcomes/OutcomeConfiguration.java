package io.openvpos.fraud.outcomes;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.outcomes.mongo.MongoOutcomes;
import io.openvpos.messaging.mongo.Documents;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Outcomes and their store.
@Configuration(proxyBeanMethods = false)
class OutcomeConfiguration {

  @Bean
  Outcomes outcomes(MongoDatabase database) {
    return new MongoOutcomes(Documents.plain(database, MongoOutcomes.COLLECTION));
  }
}
