package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class VaultSettingsTest {

  @TempDir private Path folder;

  @Test
  void generatesKeysOnlyWhereItIsTold() {
    VaultSettings plain = bind(Map.of("vpos.vault.folder", folder.toString()));
    VaultSettings first =
        bind(Map.of("vpos.vault.folder", folder.toString(), "vpos.vault.generate-keys", "true"));

    assertThatThrownBy(() -> plain.keyProvider(Clock.systemUTC()).load())
        .hasMessageContaining("vpos.vault.generate-keys");
    assertThat(first.keyProvider(Clock.systemUTC()).load().keyEncryptionKeys()).hasSize(1);
    assertThat(plain.keyProvider(Clock.systemUTC()).load().keyEncryptionKeys()).hasSize(1);
    assertThat(plain.retention()).hasDays(540);
  }

  @Test
  void refusesToRunWithoutAPlaceForKeysOrWithAShortRetention() {
    assertThatThrownBy(() -> bind(Map.of()))
        .rootCause()
        .hasMessage("set vpos.vault.folder or vpos.vault.keys");
    assertThatThrownBy(
            () -> bind(Map.of("vpos.vault.keys", "active=k1", "vpos.vault.retention", "29d")))
        .rootCause()
        .hasMessageContaining("vpos.vault.retention");
    assertThatThrownBy(
            () -> bind(Map.of("vpos.vault.keys", "active=k1", "vpos.vault.untaken-life", "59m")))
        .rootCause()
        .hasMessageContaining("vpos.vault.untaken-life");
    assertThatThrownBy(
            () -> bind(Map.of("vpos.vault.keys", "active=k1", "vpos.vault.keep-uses", "364d")))
        .rootCause()
        .hasMessageContaining("vpos.vault.keep-uses");
  }

  @Test
  void theWayToAnHsmIsWholeOrRefused() {
    Map<String, String> whole =
        Map.of(
            "vpos.vault.keys", "active=k1;kek.k1=hsm:kek",
            "vpos.vault.hsm.library", "/no/such/library.so",
            "vpos.vault.hsm.slot", "7",
            "vpos.vault.hsm.pin", "secret");
    assertThatThrownBy(() -> bind(whole).keyProvider(Clock.systemUTC()).load())
        .hasMessage("the vault's HSM cannot be used: there is no library /no/such/library.so");
    for (String part : List.of("library", "slot", "pin")) {
      Map<String, String> without = new HashMap<>(whole);
      without.remove("vpos.vault.hsm." + part);
      assertThatThrownBy(() -> bind(without)).rootCause().hasMessageContaining("hsm." + part);
    }
  }

  @Test
  void thePinIsReadFromItsFile() throws IOException {
    Path file = Files.writeString(folder.resolve("pin"), "1234\n");

    HsmSettings settings = new HsmSettings(Path.of("lib"), 1L, null, file);

    assertThat(settings.pinSource().read()).isEqualTo("1234");
    assertThatThrownBy(() -> new HsmSettings(Path.of("lib"), 1L, "1", file))
        .hasMessage("set one of vpos.vault.hsm.pin and vpos.vault.hsm.pin-file");
  }

  private static VaultSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vpos.vault", VaultSettings.class);
  }
}
