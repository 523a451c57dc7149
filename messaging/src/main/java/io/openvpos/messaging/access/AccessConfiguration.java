package io.openvpos.messaging.access;

import io.openvpos.messaging.http.ProblemWriter;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.config.WebFluxConfigurer;
import org.springframework.web.reactive.result.method.annotation.ArgumentResolverConfigurer;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/// Beans of the access rules.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessSettings.class)
public class AccessConfiguration {

  @Bean
  @ConditionalOnMissingBean
  StaffKeys staffKeys(AccessSettings settings) {
    URI uri = settings.jwksUri();
    if (uri == null) {
      throw new IllegalStateException("vpos.access.jwks-uri names no key document");
    }
    return new RemoteStaffKeys(uri);
  }

  @Bean
  StaffTokens staffTokens(StaffKeys keys, Clock clock) {
    return new StaffTokens(keys, clock);
  }

  @Bean
  AccessFilter accessFilter(
      ObjectProvider<ApiKeys> apiKeys,
      StaffTokens tokens,
      AccessSettings settings,
      Strangers strangers,
      ProblemWriter problems) {
    Scheduler virtual = Schedulers.fromExecutor(Executors.newVirtualThreadPerTaskExecutor());
    return new AccessFilter(
        Optional.ofNullable(apiKeys.getIfAvailable()),
        tokens,
        settings,
        problems,
        virtual,
        strangers);
  }

  @Bean
  WebFluxConfigurer callerArgument() {
    return new WebFluxConfigurer() {
      @Override
      public void configureArgumentResolvers(ArgumentResolverConfigurer configurer) {
        configurer.addCustomResolver(new CallerArgument());
      }
    };
  }
}
