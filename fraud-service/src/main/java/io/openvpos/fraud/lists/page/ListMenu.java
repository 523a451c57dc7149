package io.openvpos.fraud.lists.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.page.Download;
import io.openvpos.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where these pages are in the menu, and the file that they offer.
@Configuration(proxyBeanMethods = false)
class ListMenu {

  static final String LISTS = "/portal/fraud/lists";
  static final Role[] READERS = {Role.FRAUD_ANALYST, Role.AUDITOR};

  @Bean
  NavEntry fraudListsEntry() {
    return NavEntry.of(130, LISTS, "fraud.lists", READERS);
  }

  @Bean
  Download fraudListsFile() {
    return new Download("/portal/fraud/lists.csv", "/v1/lists/csv");
  }
}
