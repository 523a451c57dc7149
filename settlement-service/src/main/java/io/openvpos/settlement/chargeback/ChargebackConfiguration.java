package io.openvpos.settlement.chargeback;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.day.Stamp;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.chargeback.domain.Booked;
import io.openvpos.settlement.chargeback.kafka.ChargebackPublisher;
import io.openvpos.settlement.chargeback.mongo.MongoChargebacks;
import io.openvpos.settlement.chargeback.mongo.MongoClaimedSales;
import io.openvpos.settlement.chargeback.mongo.MongoEvidence;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;

/// The parts of chargebacks.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ChargebackConfiguration {

  private static final String CHARGEBACKS = "chargebacks";

  @Bean
  OutboxRelay chargebackRelay(MongoDatabase database, RecordSender sender) {
    return new OutboxRelay(CHARGEBACKS, Documents.versioned(database, CHARGEBACKS), sender);
  }

  @Bean
  Chargebacks chargebacks(MongoDatabase database, OutboxRelay chargebackRelay, AvroCodec codec) {
    return new MongoChargebacks(
        Documents.versioned(database, CHARGEBACKS),
        chargebackRelay,
        new ChargebackPublisher(codec)::publish);
  }

  @Bean
  Evidence evidence(MongoDatabase database) {
    return new MongoEvidence(Documents.plain(database, "chargeback_evidence"));
  }

  @Bean
  EvidenceDesk evidenceDesk(Evidence evidence) {
    return new EvidenceDesk(evidence);
  }

  @Bean
  ChargebackDesk chargebackDesk(Chargebacks chargebacks, Clock clock, SettlementSettings settings) {
    return new ChargebackDesk(chargebacks, clock, settings.zone());
  }

  @Bean
  ChargebackDeadlines chargebackDeadlines(ChargebackDesk desk) {
    return new ChargebackDeadlines(desk);
  }

  @Bean
  ClaimedSales claimedSales(MongoDatabase database) {
    return new MongoClaimedSales(Documents.versioned(database, "chargeback_sales"));
  }

  @Bean
  NetworkClaims networkClaims(
      Chargebacks chargebacks,
      ClaimedSales sales,
      LineStore lines,
      ChargebackSettings settings,
      BankCalendars calendars,
      BusinessDays days) {
    return new NetworkClaims(
        chargebacks, sales, new SoldItems(lines), settings.deadlines(), calendars, openDay(days));
  }

  private static OpenDay openDay(BusinessDays days) {
    return new OpenDay() {
      @Override
      public <T> T within(Function<Booked, T> work) {
        try (Stamp stamp = days.stamp()) {
          return work.apply(new Booked(stamp.day(), stamp.at()));
        }
      }
    };
  }
}
