package io.openvpos.authorization;

import io.openvpos.authorization.command.ImportBins;
import io.openvpos.authorization.command.MoveKey;
import io.openvpos.authorization.command.RotateKeys;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/// Starts authorization-service, or runs a command of it.
@SpringBootApplication
@EnableConfigurationProperties(AuthorizationSettings.class)
public class AuthorizationApplication {

  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(RotateKeys.NAME)) {
      System.exit(RotateKeys.run(args, System.out));
    }
    if (args.length > 0 && args[0].equals(ImportBins.NAME)) {
      System.exit(ImportBins.run(args, System.out));
    }
    if (args.length > 0 && args[0].equals(MoveKey.NAME)) {
      System.exit(MoveKey.run(args, System.out));
    }
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
