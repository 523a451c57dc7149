package io.openvpos.authorization.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.authorization.vault.VaultUnavailableException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The same with a real PKCS#11 library, where the machine has one.
class Pkcs11Test extends HsmContract {

  private final SoftHsm token = SoftHsm.orSkip();

  @Override
  Hsm.Door door() {
    return token.door();
  }

  @Override
  void put(String label, String algorithm, byte[] key) {
    token.with(label, algorithm, key);
  }

  @Override
  void loseSessions() {
    token.loseSessions();
  }

  @Test
  void aKeyShowsNoBytes() throws Exception {
    put("kek", "AES", bytes);

    assertThat(door().open().key("kek").getEncoded()).isNull();
  }

  @Test
  void whatIsWrongWithTheWayRefusesTheStart() {
    refused(new Pkcs11(Path.of("/no/such/library.so"), 0, token::pin), "no library /no/such");
    refused(new Pkcs11(token.library(), 987_654_321, token::pin), "cannot be used");
    token.loseSessions();
    refused(new Pkcs11(token.library(), token.slot(), () -> "00000000"), "its PIN is wrong");
  }

  private void refused(Pkcs11 door, String reason) {
    assertThatThrownBy(() -> new Hsm(door, clock).wrapping("kek"))
        .isInstanceOf(VaultUnavailableException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("00000000");
  }
}
