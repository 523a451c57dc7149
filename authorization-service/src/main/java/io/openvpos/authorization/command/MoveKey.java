package io.openvpos.authorization.command;

import io.openvpos.authorization.vault.VaultSettings;
import java.io.IOException;
import java.io.PrintStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/// `move-key NAME LABEL`: puts a key of the key file into the HSM. The file is left as it is.
///
/// See docs/hsm.md.
public final class MoveKey {

  /// The first argument that asks for it.
  public static final String NAME = "move-key";

  private static final int WRONG_USE = 2;

  private MoveKey() {}

  /// The keys, and nothing else.
  @EnableConfigurationProperties(VaultSettings.class)
  static final class Keys {}

  /// Runs it.
  ///
  /// @param args its name, the key's line, its label, then settings as the service takes them
  /// @return the exit code: 1 if the key is not in the HSM
  public static int run(String[] args, PrintStream out) {
    if (args.length < 3 || args[1].startsWith("--") || args[2].startsWith("--")) {
      out.println(NAME + " NAME LABEL [settings]");
      return WRONG_USE;
    }
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(Keys.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties("spring.config.name=authorization-service")
            .run(Arrays.copyOfRange(args, 3, args.length))) {
      context.getBean(VaultSettings.class).moveToHsm(args[1], args[2]);
      out.println("The HSM has it. The key file may say now: " + args[1] + "=hsm:" + args[2]);
      return 0;
    } catch (GeneralSecurityException | IOException e) {
      out.println("Nothing was moved: " + e.getMessage());
      return 1;
    }
  }
}
