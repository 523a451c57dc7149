package io.openvpos.authorization.threeds;

import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the 3DS Server.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThreeDSecureSettings.class)
class ThreeDSecureConfiguration {

  @Bean
  Authenticate authenticate(
      Authentications store,
      DirectoryServer directory,
      ThreeDSecureSettings settings,
      Clock clock) {
    return new Authenticate(store, directory, settings.within(), clock);
  }

  @Bean(initMethod = "start")
  AuthenticationSweep authenticationSweep(Authenticate authenticate) {
    return new AuthenticationSweep(authenticate, Tasks.system());
  }
}
