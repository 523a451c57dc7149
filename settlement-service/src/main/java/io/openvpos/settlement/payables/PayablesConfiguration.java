package io.openvpos.settlement.payables;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import io.openvpos.settlement.payout.domain.PayablesStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of the due list and the calendar.
@Configuration(proxyBeanMethods = false)
class PayablesConfiguration {

  @Bean
  PayablesView.Stores payablesViewStores(
      PayablesStore payables, BatchStore batches, LineStore lines) {
    return new PayablesView.Stores(payables, batches, lines);
  }

  @Bean
  PayablesView payablesView(
      PayablesView.Stores stores, DaySequencer days, BankCalendars calendars, HeldPayouts held) {
    return new PayablesView(stores, days, calendars, held);
  }
}
