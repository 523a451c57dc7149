package io.openvpos.messaging.transport;

import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// Refuses to start a service that would be reached in clear, before it has touched anything.
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
public class TransportConfiguration {

  @Bean
  static BeanFactoryPostProcessor transportCheck(Environment settings) {
    return _ -> Transport.of(settings).check();
  }
}
