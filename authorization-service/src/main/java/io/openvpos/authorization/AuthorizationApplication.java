package io.openvpos.authorization;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts authorization-service.
@SpringBootApplication
@EnableConfigurationProperties(AuthorizationSettings.class)
public class AuthorizationApplication {

  public static void main(String[] args) {
    start(args);
  }

  /// Starts it inside another process too. `args` are settings such as `--server.port=0`; they win
  /// over the service's own file.
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(AuthorizationApplication.class)
        .properties("spring.config.name=authorization-service")
        .run(args);
  }
}
