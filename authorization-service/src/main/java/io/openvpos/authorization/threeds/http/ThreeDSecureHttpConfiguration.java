package io.openvpos.authorization.threeds.http;

import io.openvpos.authorization.threeds.ThreeDSecureSettings;
import io.openvpos.authorization.threeds.page.BrowserPages;
import io.openvpos.messaging.http.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the pages.
@Configuration(proxyBeanMethods = false)
class ThreeDSecureHttpConfiguration {

  @Bean
  BrowserPages browserPages(Messages messages, ThreeDSecureSettings settings) {
    return new BrowserPages(messages, settings.publicUrl());
  }
}
