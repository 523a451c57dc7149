package io.openvpos.authorization.command;

import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.authorization.vault.KeyRotation;
import io.openvpos.authorization.vault.KeyRotation.Progress;
import io.openvpos.authorization.vault.Seals;
import io.openvpos.authorization.vault.VaultKeysConfiguration;
import io.openvpos.authorization.webhook.SecretRenewal;
import io.openvpos.messaging.mongo.StoreConfiguration;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/// `rotate-keys`: brings everything in the store under the keys of now while the service serves.
///
/// See docs/key-rotation.md.
public final class RotateKeys {

  /// The first argument that asks for it.
  public static final String NAME = "rotate-keys";

  private static final int SECRET_ROUNDS = 20;

  private RotateKeys() {}

  /// Store and keys, and nothing that would take part in the service's work.
  @Import({StoreConfiguration.class, VaultKeysConfiguration.class})
  static final class StoreAndKeys {}

  /// Runs it.
  ///
  /// @param args its name, then settings as the service takes them
  /// @return the exit code: 0 if nothing is left under former keys
  public static int run(String[] args, PrintStream out) {
    try (ConfigurableApplicationContext context =
        new SpringApplicationBuilder(StoreAndKeys.class)
            .web(WebApplicationType.NONE)
            .bannerMode(Banner.Mode.OFF)
            .properties("spring.config.name=authorization-service")
            .run(Arrays.copyOfRange(args, 1, args.length))) {
      Progress cards =
          context.getBean(KeyRotation.class).run(progress -> out.println(line(progress)));
      SecretRenewal secrets =
          SecretRenewal.in(context.getBean(MongoDatabase.class), context.getBean(Seals.class));
      boolean secretsDone = renewed(secrets);
      out.println(line(cards) + "; webhook secrets " + (secretsDone ? "done" : "NOT DONE"));
      out.println(verdict(cards, secretsDone));
      return cards.complete() && secretsDone ? 0 : 1;
    }
  }

  private static boolean renewed(SecretRenewal secrets) {
    for (int round = 0; round < SECRET_ROUNDS; round++) {
      if (secrets.run() == 0) {
        return true;
      }
    }
    return false;
  }

  private static String line(Progress progress) {
    return String.format(
        Locale.ROOT,
        "cards: %d seen, %d renewed, %d unreadable, %d with a second row",
        progress.seen(),
        progress.renewed(),
        progress.unreadable(),
        progress.twins());
  }

  private static String verdict(Progress cards, boolean secretsDone) {
    if (cards.unreadable() > 0) {
      return "Some cards do not open: a key is missing. Keep every key and look for it.";
    }
    if (!cards.finished() || !secretsDone) {
      return "An instance keeps writing with former keys. Restart it, then run this again.";
    }
    return cards.twins() > 0
        ? "Some cards have two tokens. Both go on to pay; see docs/key-rotation.md."
        : "Everything is under the keys of now. Former keys may go an hour from now.";
  }
}
