package io.openvpos.authorization.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

  @TempDir private Path folder;

  @Test
  void aMissingFileRefusesTheStart() {
    assertThatThrownBy(() -> new KeyFile(folder, false).load())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("vpos.vault.generate-keys=true");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFirstStartMakesTheFileAndLaterOnesReadIt() throws IOException {
    Path settings = folder.resolve("settings");

    KeyRing made = new KeyFile(settings, true).load();
    KeyRing read = new KeyFile(settings, false).load();

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
  void theEnvironmentCarriesTheSameText() {
    KeyRing made = new KeyFile(folder, true).load();
    String text = KeyText.write(made).replace('\n', ';');

    KeyRing read = KeyProvider.ofText(text, "vpos.vault.keys").load();

    assertThat(KeyText.write(read)).isEqualTo(KeyText.write(made));
  }

  @Test
  void aBrokenKeyIsNamedAndNotShown() {
    KeyRing made = new KeyFile(folder, true).load();
    String good = KeyText.write(made);

    assertThatThrownBy(() -> KeyText.parse(good.replaceAll("lookup=.*", "lookup=%%secret"), "test"))
        .hasMessage("the vault's keys in test: lookup is missing or not Base64")
        .hasStackTraceContaining("test")
        .satisfies(thrown -> assertThat(stackTrace(thrown)).doesNotContain("secret"));
    assertThatThrownBy(() -> KeyText.parse(good.replaceAll("identity=.*", "identity=AAAA"), "test"))
        .hasMessageContaining("identity is not a key of 256 bits");
    assertThatThrownBy(() -> KeyText.parse(good.replace("active=k1", "active=k9"), "test"))
        .hasMessageContaining("k9");
    String lookup =
        good.lines().filter(line -> line.startsWith("lookup=")).findFirst().orElseThrow();
    assertThatThrownBy(() ->
            KeyText.parse(
                good.replaceAll("identity=.*", lookup.replace("lookup", "identity")), "test"))
        .hasMessageContaining("one key serves two purposes");
  }

  private static String stackTrace(Throwable thrown) {
    var text = new java.io.StringWriter();
    thrown.printStackTrace(new java.io.PrintWriter(text));
    return text.toString();
  }
}
