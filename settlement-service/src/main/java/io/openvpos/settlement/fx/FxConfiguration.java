package io.openvpos.settlement.fx;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.day.BusinessDays;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.fx.domain.Plausibility;
import io.openvpos.settlement.fx.mongo.MongoRateTables;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of exchange rates.
@Configuration(proxyBeanMethods = false)
class FxConfiguration {

  @Bean
  RateTables rateTables(MongoDatabase database) {
    return new MongoRateTables(Documents.versioned(database, "fx_rates"));
  }

  @Bean
  RateDesk rateDesk(RateTables tables, FxSettings settings, Clock clock) {
    return new RateDesk(tables, new Plausibility(settings.plausibleBasisPoints()), clock);
  }

  @Bean
  RateIntake rateIntake(
      RateDesk desk,
      RateTables tables,
      BusinessDays days,
      SettlementSettings settlement,
      FxSettings settings,
      Clock clock) {
    return new RateIntake(
        desk, tables, new RateIntake.Latest(days, clock, settlement.zone()), settings.maxAgeDays());
  }
}
