package io.openvpos.settlement;

import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.kafka.ServiceTopics;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import java.util.Map;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;

/// settlement-service.
@SpringBootApplication
@ConfigurationPropertiesScan
public class SettlementApplication {

  public static void main(String[] args) {
    start(args);
  }

  /// `args` are settings such as `--server.port=0`; they win over the service's own file.
  public static ConfigurableApplicationContext start(String... args) {
    SpringApplication application = new SpringApplication(SettlementApplication.class);
    application.setDefaultProperties(Map.of("spring.config.name", "settlement-service"));
    return application.run(args);
  }

  /// The caller comes from the access rules, not from the request's own parameters.
  @Bean
  OpenAPI openApi() {
    SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    return new OpenAPI().info(new Info().title("settlement-service").version("v1"));
  }

  @Bean
  ServiceTopics serviceTopics() {
    return new ServiceTopics(Topology.WRITTEN, Topology.READ, Topology.DEAD_LETTERS);
  }
}
