package io.openvpos.messaging.http;

import java.util.List;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.client.ReactorResourceFactory;
import tools.jackson.databind.json.JsonMapper;

/// Beans of the problem documents.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(HttpConfiguration.HttpSettings.class)
@Import(ProblemAdvice.class)
public class HttpConfiguration {

  /// @param messages base names of the service's own text bundles
  @ConfigurationProperties("vpos.http")
  record HttpSettings(@DefaultValue List<String> messages) {}

  @Bean
  Messages messages(HttpSettings settings) {
    return new Messages(settings.messages());
  }

  @Bean
  ProblemWriter problemWriter(Messages messages, JsonMapper json) {
    return new ProblemWriter(messages, json);
  }

  @Bean
  JsonBody jsonBody(JsonMapper json) {
    return new JsonBody(json);
  }

  /// Several services may run in one process: one that closes takes only its own network threads
  /// along, not the ones that the others answer with.
  @Bean
  static BeanPostProcessor ownNetworkThreads() {
    return new BeanPostProcessor() {
      @Override
      public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof ReactorResourceFactory resources) {
          resources.setUseGlobalResources(false);
        }
        return bean;
      }
    };
  }
}
