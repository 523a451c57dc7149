package io.openvpos.messaging;

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
import io.openvpos.messaging.mongo.StoreConfiguration;
import io.openvpos.messaging.transport.TransportConfiguration;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/// The plumbing as beans: clock, store, topics, and the business day where a service asks for it.
@AutoConfiguration
@Import({
  StoreConfiguration.class,
  KafkaConfiguration.class,
  ParkingConfiguration.class,
  DeadLetterConfiguration.class,
  TransportConfiguration.class
})
public class MessagingAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
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
