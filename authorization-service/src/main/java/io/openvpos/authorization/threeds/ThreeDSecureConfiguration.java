package io.openvpos.authorization.threeds;

import io.openvpos.messaging.task.Repeated;
import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Wires the 3DS Server.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ThreeDSecureSettings.class)
class ThreeDSecureConfiguration {

  /// For what nobody came to finish.
  private static final Duration SWEPT_EVERY = Duration.ofSeconds(3);

  @Bean
  Authenticate authenticate(
      Authentications store,
      DirectoryServer directory,
      ThreeDSecureSettings settings,
      Clock clock) {
    return new Authenticate(store, directory, settings.within(), clock);
  }

  @Bean(initMethod = "start")
  Repeated authenticationSweep(Authenticate authenticate) {
    return new Repeated("authentication-sweep", SWEPT_EVERY, authenticate::sweep, Tasks.system());
  }
}
