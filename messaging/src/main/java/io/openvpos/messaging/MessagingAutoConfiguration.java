package io.openvpos.messaging;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.DayMarkers;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.day.kafka.BusinessDayView;
import io.openvpos.messaging.day.kafka.KafkaDayMarkers;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.KafkaConfiguration;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.kafka.TopicReader;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.mongo.MongoSettings;
import io.openvpos.messaging.mongo.StorePromises;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The plumbing as beans: clock, store, topics, and the business day where a service asks for it.
@AutoConfiguration
@Import({KafkaConfiguration.class, ParkingConfiguration.class, DeadLetterConfiguration.class})
@EnableConfigurationProperties(MongoSettings.class)
public class MessagingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  /// Decisions read the primary and every write waits for the majority and its journal.
  @Bean
  MongoClient mongoClient(MongoSettings settings) {
    ConnectionString uri = new ConnectionString(settings.uri());
    StorePromises.check(uri);
    return MongoClients.create(
        MongoClientSettings.builder()
            .applyConnectionString(uri)
            .writeConcern(WriteConcern.MAJORITY.withJournal(true))
            .readConcern(ReadConcern.MAJORITY)
            .readPreference(ReadPreference.primary())
            .build());
  }

  @Bean
  MongoDatabase mongoDatabase(MongoClient client, MongoSettings settings) {
    StorePromises.check(client);
    return client.getDatabase(settings.database());
  }

  /// For the services that stamp facts with the business day and end it on a topic of theirs.
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnProperty("vpos.day.enabled")
  static class DayConfiguration {

    @Bean
    BusinessDays businessDays(Clock clock) {
      return new BusinessDays(clock);
    }

    @Bean
    BusinessDayView businessDayView(AvroCodec codec, BusinessDays days, TopicReaders readers) {
      BusinessDayView view = new BusinessDayView(codec, days);
      TopicReader reader = readers.read("business-days", Topics.BUSINESS_DAYS, view::accept);
      days.stampOnceCaughtUp(reader::caughtUp);
      return view;
    }

    @Bean
    Heartbeats heartbeats(MongoDatabase database, Clock clock) {
      return new Heartbeats(Documents.plain(database, "heartbeats"), clock);
    }

    @Bean
    DayMarkers dayMarkers(AvroCodec codec, RecordSender sender, Clock clock) {
      return new KafkaDayMarkers(codec, sender, clock);
    }
  }
}
