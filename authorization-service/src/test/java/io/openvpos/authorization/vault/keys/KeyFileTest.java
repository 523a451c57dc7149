package io.openvpos.authorization.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir private Path folder;

  @Test
  void aMissingFileRefusesTheStart() {
    assertThatThrownBy(() -> new KeyFile(folder, false, Hsm.none()).load())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("vpos.vault.generate-keys=true");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFirstStartMakesTheFileAndLaterOnesReadIt() throws IOException {
    Path settings = folder.resolve("settings");

    KeyRing made = new KeyFile(settings, true, Hsm.none()).load();
    KeyRing read = new KeyFile(settings, false, Hsm.none()).load();

    assertThat(read.lookups()).isEqualTo(made.lookups());
    assertThat(read.keyEncryptionKeys()).isEqualTo(made.keyEncryptionKeys());
    Path file = settings.resolve(KeyFile.NAME);
    assertThat(settings).isDirectoryContaining(file::equals);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(settings)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theEnvironmentCarriesTheSameText() throws IOException {
    KeyRing made = new KeyFile(folder, true, Hsm.none()).load();
    String text = Files.readString(folder.resolve(KeyFile.NAME)).replace('\n', ';');

    KeyRing read = KeyProvider.ofText(text, "vpos.vault.keys", Hsm.none()).load();

    assertThat(read).isEqualTo(made);
  }

  @Test
  void aBrokenKeyIsNamedAndNotShown() {
    String good = KeyText.generate(new SecureRandom());

    assertThatThrownBy(() ->
            KeyText.parse(good.replaceAll("lookup=.*", "lookup=%%secret"), "test", Hsm.none()))
        .hasMessage("the vault's keys in test: lookup is missing or not Base64")
        .hasStackTraceContaining("test")
        .satisfies(thrown -> assertThat(stackTrace(thrown)).doesNotContain("secret"));
    assertThatThrownBy(() ->
            KeyText.parse(good.replaceAll("identity=.*", "identity=AAAA"), "test", Hsm.none()))
        .hasMessageContaining("identity is not a key of 256 bits");
    assertThatThrownBy(
            () -> KeyText.parse(good.replace("active=k1", "active=k9"), "test", Hsm.none()))
        .hasMessageContaining("k9");
    String lookup =
        good.lines().filter(line -> line.startsWith("lookup=")).findFirst().orElseThrow();
    assertThatThrownBy(() ->
            KeyText.parse(
                good.replaceAll("identity=.*", lookup.replace("lookup", "identity")),
                "test",
                Hsm.none()))
        .hasMessageContaining("one key serves two purposes");
  }

  private static String stackTrace(Throwable thrown) {
    var text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
