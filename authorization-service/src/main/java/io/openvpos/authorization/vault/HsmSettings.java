package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.Pkcs11;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The way to the HSM that has the vault's keys.
///
/// @param library its PKCS#11 library
/// @param slot id of the slot that the vault's token is in
/// @param pin of the token's user, from the environment
/// @param pinFile has the PIN in its place; it is read at every log-in
public record HsmSettings(Path library, Long slot, @Nullable String pin, @Nullable Path pinFile) {

  public HsmSettings {
    Objects.requireNonNull(library, "set vpos.vault.hsm.library");
    Objects.requireNonNull(slot, "set vpos.vault.hsm.slot");
    if ((pin == null) == (pinFile == null)) {
      throw new IllegalArgumentException(
          "set one of vpos.vault.hsm.pin and vpos.vault.hsm.pin-file");
    }
  }

  Pkcs11 way() {
    return new Pkcs11(library, slot, pinSource());
  }

  Pkcs11.Pin pinSource() {
    if (pin != null) {
      return () -> pin;
    }
    if (pinFile != null) {
      return () -> Files.readString(pinFile).strip();
    }
    throw new IllegalStateException("the constructor refuses this");
  }

  @Override
  public String toString() {
    return "HsmSettings[library=" + library + ", slot=" + slot + "]";
  }
}
