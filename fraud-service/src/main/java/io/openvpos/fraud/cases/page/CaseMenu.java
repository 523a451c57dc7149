package io.openvpos.fraud.cases.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where these pages are in the menu.
@Configuration(proxyBeanMethods = false)
class CaseMenu {

  static final String START = "/portal/fraud";
  static final String CASES = START + "/cases";
  static final Role[] READERS = {Role.FRAUD_ANALYST, Role.AUDITOR};

  @Bean
  NavEntry portalEntry() {
    return NavEntry.of(5, "/portal", "fraud.portal", READERS);
  }

  @Bean
  NavEntry casesEntry() {
    return NavEntry.of(110, CASES, "fraud.cases", READERS);
  }
}
