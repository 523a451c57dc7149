package io.openvpos.merchant.fakes;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.merchant.MerchantSettings;
import io.openvpos.merchant.adjustment.AdjustmentEvents;
import io.openvpos.merchant.ledger.EntryFeed;
import io.openvpos.merchant.ledger.domain.day.SourceDayTotals;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import io.openvpos.merchant.profile.ProfileEvents;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.Heartbeats;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.kafka.TestSenders;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;

/// All rooms of the service on their real stores; the broker's side of them says and hears nothing.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MerchantSettings.class)
@ComponentScan(
    basePackages = "io.openvpos.merchant",
    excludeFilters =
        @Filter(
            type = FilterType.REGEX,
            pattern = {
              ".*\\.kafka\\..*",
              ".*\\.fakes\\..*",
              ".*Test(\\$.*)?",
              ".*\\.MerchantApplication"
            }))
class WholeService {

  @Bean
  BusinessDays businessDays(Clock clock) {
    BusinessDays days = new BusinessDays(clock);
    days.opened(LocalDate.of(2026, 11, 26), Instant.MAX);
    return days;
  }

  @Bean
  Heartbeats heartbeats(MongoDatabase database, Clock clock) {
    return new Heartbeats(Documents.plain(database, "heartbeats"), clock);
  }

  @Bean(destroyMethod = "")
  RecordSender recordSender() {
    return TestSenders.over(
        new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()));
  }

  @Bean
  ProfileEvents profileEvents() {
    return merchant ->
        event(Topics.PROFILES, merchant.id() + ":" + merchant.version(), merchant.id());
  }

  @Bean
  AdjustmentEvents adjustmentEvents() {
    return adjustment -> event(Topics.ADJUSTMENTS, adjustment.id(), adjustment.id());
  }

  /// No shop has a key that the service has heard of.
  @Bean
  ApiKeys apiKeys() {
    return _ -> Optional.empty();
  }

  @Bean
  EntryFeed entryFeed() {
    return new EntryFeed() {
      @Override
      public void publish(List<JournalEntry> entries) {
        // Nobody listens.
      }

      @Override
      public void dayClosed(LocalDate day, Source source, Instant at, SourceDayTotals totals) {
        // Nobody listens.
      }
    };
  }

  private static OutboxEntry event(Topic topic, String id, String key) {
    return new OutboxEntry(id, topic, null, key, new byte[] {1}, Map.of());
  }
}
