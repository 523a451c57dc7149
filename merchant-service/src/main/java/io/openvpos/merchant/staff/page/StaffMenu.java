package io.openvpos.merchant.staff.page;

import io.openvpos.messaging.access.Role;
import io.openvpos.page.NavEntry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Where these pages are in the menu.
@Configuration(proxyBeanMethods = false)
class StaffMenu {

  @Bean
  NavEntry usersEntry() {
    return NavEntry.of(50, "/portal/users", "users.title", Role.MERCHANT_ADMIN);
  }

  @Bean
  NavEntry staffEntry() {
    return NavEntry.of(190, "/portal/users", "users.title", Role.ACQUIRER_OPS);
  }
}
