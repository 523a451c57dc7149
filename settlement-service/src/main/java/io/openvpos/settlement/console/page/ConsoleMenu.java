package io.openvpos.settlement.console.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.page.Download;
import io.openvpos.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where these pages are in the menu, and the files that they offer: those of the API, whose own
/// checks decide who may have them.
@Configuration(proxyBeanMethods = false)
class ConsoleMenu {

  static final String START = Console.START;
  static final String FILES = START + "/files";

  static final Role[] FINANCE = {Role.ACQUIRER_FINANCE, Role.AUDITOR};
  static final Role[] MERCHANT = {Role.MERCHANT_ADMIN, Role.MERCHANT_FINANCE};

  @Bean
  NavEntry portalEntry() {
    return NavEntry.of(
        5,
        "/portal",
        "finance.portal",
        Role.MERCHANT_ADMIN,
        Role.MERCHANT_FINANCE,
        Role.ACQUIRER_FINANCE,
        Role.ACQUIRER_OPS,
        Role.AUDITOR);
  }

  @Bean
  NavEntry daysEntry() {
    return NavEntry.of(110, START + "/days", "finance.days", FINANCE);
  }

  @Bean
  NavEntry payoutsEntry() {
    return NavEntry.of(130, PayoutPages.PAYOUTS, "finance.payout-files", FINANCE);
  }

  @Bean
  NavEntry batchesEntry() {
    return NavEntry.of(
        120,
        START + "/batches",
        "finance.batches",
        Role.MERCHANT_ADMIN,
        Role.MERCHANT_FINANCE,
        Role.ACQUIRER_FINANCE,
        Role.ACQUIRER_OPS,
        Role.AUDITOR);
  }

  @Bean
  NavEntry exceptionsEntry() {
    return NavEntry.of(
        140, ExceptionPages.EXCEPTIONS, "finance.exceptions", ExceptionPages.READERS);
  }

  @Bean
  NavEntry chargebacksEntry() {
    return NavEntry.of(
        150,
        ChargebackPages.CHARGEBACKS,
        "finance.chargebacks",
        Role.MERCHANT_ADMIN,
        Role.MERCHANT_FINANCE,
        Role.ACQUIRER_FINANCE,
        Role.ACQUIRER_OPS,
        Role.AUDITOR);
  }

  @Bean
  Download reportFiles() {
    return new Download(FILES + "/**", "/v1/**");
  }
}
