package io.openvpos.fraud.lists;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.fraud.lists.mongo.MongoListEntries;
import io.openvpos.messaging.mongo.Documents;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The lists and their store.
@Configuration(proxyBeanMethods = false)
class ListConfiguration {

  @Bean
  ListEntries listEntries(MongoDatabase database) {
    return new MongoListEntries(
        Documents.versioned(database, MongoListEntries.COLLECTION),
        Documents.plain(database, MongoListEntries.CHANGES));
  }

  @Bean
  ListDesk listDesk(ListEntries entries, Clock clock) {
    return new ListDesk(entries, clock);
  }

  @Bean
  ListsInForce listsInForce(ListEntries entries, Clock clock) {
    return new ListsInForce(entries, clock);
  }
}
