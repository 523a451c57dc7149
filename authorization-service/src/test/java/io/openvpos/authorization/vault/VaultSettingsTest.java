package io.openvpos.authorization.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
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

    assertThatThrownBy(() -> plain.keyProvider().load())
        .hasMessageContaining("vpos.vault.generate-keys");
    assertThat(first.keyProvider().load().keyEncryptionKeys()).hasSize(1);
    assertThat(plain.keyProvider().load().keyEncryptionKeys()).hasSize(1);
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
            () -> bind(Map.of("vpos.vault.keys", "active=k1", "vpos.vault.keep-uses", "364d")))
        .rootCause()
        .hasMessageContaining("vpos.vault.keep-uses");
  }

  private static VaultSettings bind(Map<String, String> properties) {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bindOrCreate("vpos.vault", VaultSettings.class);
  }
}
