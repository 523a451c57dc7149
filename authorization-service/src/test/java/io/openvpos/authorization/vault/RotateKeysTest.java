package io.openvpos.authorization.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.command.MoveKey;
import io.openvpos.authorization.command.RotateKeys;
import io.openvpos.authorization.fakes.MemoryStore;
import io.openvpos.authorization.vault.keys.Hsm;
import io.openvpos.authorization.vault.keys.KeyProvider;
import io.openvpos.authorization.vault.keys.KeyRing;
import io.openvpos.authorization.vault.keys.Pkcs11;
import io.openvpos.authorization.vault.keys.SoftHsm;
import io.openvpos.authorization.vault.mongo.MongoVaultRows;
import io.openvpos.money.Mode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command as an operator runs it: with a key file that has new keys, then with one that has no
/// others.
class RotateKeysTest {

  @TempDir private Path folder;

  @Test
  void newKeysGoInAndFormerOnesComeOut() throws IOException {
    try (MemoryStore store = new MemoryStore()) {
      KeyRing first = KeyProvider.inFolder(folder, true, Hsm.none()).load();
      String token = vault(store, first).store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token();
      Path file = folder.resolve("vault-keys.properties");
      String added =
          Files.readString(file).replace("active=k1", "active=k2")
              + "kek.k2="
              + key()
              + "\nlookup.2="
              + key()
              + "\n";
      Files.writeString(file, added);

      assertThat(run(store))
          .contains(
              "exit 0",
              "cards: 1 seen, 1 renewed, 0 unreadable, 0 with a second row",
              "Everything is under the keys of now.");
      Files.writeString(file, added.replaceAll("(?m)^(kek\\.k1|lookup)=.*$", ""));
      assertThat(run(store)).contains("exit 0", "cards: 1 seen, 1 renewed");

      KeyRing last = KeyProvider.inFolder(folder, false, Hsm.none()).load();
      assertThat(last.keyEncryptionKeys()).containsOnlyKeys("k2");
      assertThat(last.lookups()).containsOnlyKeys(2);
      assertThat(vault(store, last).store("mrc_1", Mode.TEST, Cards.card(Cards.VISA)).token())
          .isEqualTo(token);
    }
  }

  @Test
  void aKeyTakenOutTooEarlyIsToldWithTheExitCode() throws IOException {
    try (MemoryStore store = new MemoryStore()) {
      KeyRing first = KeyProvider.inFolder(folder, true, Hsm.none()).load();
      vault(store, first).store("mrc_1", Mode.TEST, Cards.card(Cards.VISA));
      Path file = folder.resolve("vault-keys.properties");
      Files.writeString(
          file,
          Files.readString(file)
              .replace("=k1", "=k2")
              .replaceAll("kek\\.k1=.*", "kek.k2=" + key()));

      assertThat(run(store)).contains("exit 1", "1 unreadable", "a key is missing");
    }
  }

  @Test
  void keysOfTheFileMoveIntoAnHsm() throws IOException {
    SoftHsm token =
        SoftHsm.orSkip()
            .with("kek", "AES", bytes())
            .with("look-up", "HmacSHA256", bytes())
            .without("fingerprint");
    String[] way = {
      "--vpos.vault.hsm.library=" + token.library(),
      "--vpos.vault.hsm.slot=" + token.slot(),
      "--vpos.vault.hsm.pin=" + token.pin()
    };
    try (MemoryStore store = new MemoryStore()) {
      KeyRing first = KeyProvider.inFolder(folder, true, Hsm.none()).load();
      String pan = Cards.VISA;
      StoredCard card = vault(store, first).store("mrc_1", Mode.TEST, Cards.card(pan));
      Path file = folder.resolve("vault-keys.properties");
      String added =
          Files.readString(file).replace("active=k1", "active=k2")
              + "kek.k2=hsm:kek\nlookup.2=hsm:look-up\n";
      Files.writeString(file, added);

      assertThat(run(store, way)).contains("exit 0", "cards: 1 seen, 1 renewed, 0 unreadable");
      assertThat(move(way, "fingerprint")).contains("fingerprint=hsm:fingerprint", "exit 0");
      assertThat(move(way, "fingerprint")).contains("has the label fingerprint already", "exit 1");
      Files.writeString(
          file,
          added
              .replaceAll("(?m)^(kek\\.k1|lookup)=.*$", "")
              .replaceAll("(?m)^fingerprint=.*$", "fingerprint=hsm:fingerprint"));
      assertThat(run(store, way)).contains("exit 0", "cards: 1 seen, 1 renewed");

      Pkcs11 door = new Pkcs11(token.library(), token.slot(), token::pin);
      KeyRing last = KeyProvider.inFolder(folder, false, new Hsm(door, Clock.systemUTC())).load();
      assertThat(vault(store, last).store("mrc_1", Mode.TEST, Cards.card(pan))).isEqualTo(card);
      assertThat(
              vault(store, last)
                  .stored("mrc_1", Mode.TEST, card.token(), UseReason.payment("pay_1"))
                  .orElseThrow()
                  .pan())
          .isEqualTo(pan);
    }
  }

  private String move(String[] way, String name) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>(List.of(MoveKey.NAME, name, name));
    args.addAll(Arrays.asList(way));
    args.add("--vpos.vault.folder=" + folder);
    int exit = MoveKey.run(args.toArray(String[]::new), new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8) + "exit " + exit;
  }

  private String run(MemoryStore store, String... more) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<String> args = new ArrayList<>(List.of(RotateKeys.NAME));
    args.addAll(Arrays.asList(store.settings()));
    args.add("--vpos.vault.folder=" + folder);
    args.addAll(Arrays.asList(more));
    int exit = RotateKeys.run(args.toArray(String[]::new), new PrintStream(out, true, UTF_8));
    return out.toString(UTF_8) + "exit " + exit;
  }

  private static CardVault vault(MemoryStore store, KeyRing keys) {
    return new CardVault(
        MongoVaultRows.in(store.database()),
        keys,
        BinTable.bundled(),
        new InMemoryCardUses().uses(),
        new SecureRandom(),
        Clock.systemUTC());
  }

  private static String key() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    return bytes;
  }
}
