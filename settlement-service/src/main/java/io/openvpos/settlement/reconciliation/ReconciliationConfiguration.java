package io.openvpos.settlement.reconciliation;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.money.Mode;
import io.openvpos.settlement.SettlementSettings;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.chargeback.NetworkClaims;
import io.openvpos.settlement.reconciliation.mongo.MongoDiscrepancies;
import io.openvpos.settlement.reconciliation.mongo.MongoReconciliations;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of reconciliation.
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

  @Bean
  Reconciliations reconciliations(MongoDatabase database) {
    return new MongoReconciliations(Documents.versioned(database, "reconciliations"));
  }

  @Bean
  Discrepancies discrepancies(MongoDatabase database) {
    return new MongoDiscrepancies(Documents.versioned(database, "reconciliation_exceptions"));
  }

  @Bean
  DayFiles clearedDayFiles(BatchStore batches, LineStore lines, ReconciliationSettings settings) {
    return new DayFiles(batches, lines, settings.name());
  }

  @Bean
  ClearingIntake clearingIntake(
      ClearingIntake.Stores stores,
      DayFiles ours,
      NetworkClaims claims,
      ReconciliationSettings settings,
      Clock clock) {
    return new ClearingIntake(stores, ours, claims, settings.toTolerances(), clock);
  }

  @Bean
  ClearingIntake.Stores clearingStores(
      Reconciliations reconciliations, Discrepancies discrepancies, DayLog days) {
    return new ClearingIntake.Stores(reconciliations, discrepancies, days);
  }

  @Bean
  DiscrepancyDesk discrepancyDesk(Discrepancies discrepancies, Clock clock) {
    return new DiscrepancyDesk(discrepancies, clock);
  }

  /// Test money is cleared only where test is what the platform is run for, and in a file of its
  /// own.
  @Bean
  @ConditionalOnProperty("vpos.network.clearing-url")
  ClearingPoll clearingPoll(
      ReconciliationSettings settings,
      SettlementSettings settlement,
      DayFiles ours,
      ClearingIntake intake,
      ClearingIntake.Stores stores) {
    List<Mode> modes =
        settlement.defaultMode() == Mode.TEST ? List.of(Mode.TEST, Mode.LIVE) : List.of(Mode.LIVE);
    return new ClearingPoll(settings, modes, ours, intake, stores);
  }
}
