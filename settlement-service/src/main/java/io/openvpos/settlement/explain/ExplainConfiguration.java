package io.openvpos.settlement.explain;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.PayoutStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of explanations.
@Configuration(proxyBeanMethods = false)
class ExplainConfiguration {

  @Bean
  LineExplanations lineExplanations(
      LineStore lines, PayoutStore payouts, ConversionStore conversions, BankCalendars calendars) {
    return new LineExplanations(lines, payouts, conversions, calendars);
  }
}
