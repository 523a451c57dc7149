package io.openvpos.merchant.pricing;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.merchant.contract.domain.ceiling.InstallmentCeilings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The parts of quotes that no room makes itself.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(QuoteSettings.class)
class QuoteConfiguration {

  @Bean
  Quotes quotes(QuoteSettings settings) {
    return new Quotes(
        new BankCalendars(settings.calendars()).inForce(), InstallmentCeilings.bundled());
  }
}
