package io.openvpos.merchant;

import io.openvpos.merchant.staff.SecondFactorSettings;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.scheduling.annotation.EnableScheduling;

/// Starts merchant-service.
@SpringBootApplication
@EnableScheduling
@EnableConfigurationProperties({MerchantSettings.class, SecondFactorSettings.class})
public class MerchantApplication {

  public static void main(String[] args) {
    start(args);
  }

  /// Starts it inside another process too; arguments as `--server.port=0`.
  public static ConfigurableApplicationContext start(String... args) {
    return new SpringApplicationBuilder(MerchantApplication.class)
        .properties("spring.config.name=merchant-service")
        .run(args);
  }
}
