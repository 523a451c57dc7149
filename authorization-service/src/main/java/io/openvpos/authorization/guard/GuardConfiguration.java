package io.openvpos.authorization.guard;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the guard.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(GuardSettings.class)
class GuardConfiguration {

  @Bean
  CardTestingGuard cardTestingGuard(GuardSettings settings, Clock clock) {
    return new CardTestingGuard(settings, clock);
  }
}
