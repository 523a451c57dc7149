package io.openvpos.authorization.vault.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.authorization.vault.VaultUnavailableException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What can be tried with an HSM that fails on command, on every machine.
class HsmTest extends HsmContract {

  private final KeystoreHsm device = new KeystoreHsm();

  @Override
  Hsm.Door door() {
    return device;
  }

  @Override
  void put(String label, String algorithm, byte[] key) {
    device.with(label, algorithm, key);
  }

  @Override
  void loseSessions() {
    device.loseSession();
  }

  @Test
  void whileItIsAwayTheVaultIsAndThenGoesOn() throws Exception {
    put("kek", "AES", bytes);
    KeyEncryptionKey key = hsm().wrapping("kek");
    byte[] dataKey = fresh();
    byte[] wrapped = key.wrap(dataKey);

    device.away(true);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> key.unwrap(wrapped))
          .isInstanceOf(VaultUnavailableException.class)
          .hasMessageContaining("CKR_TOKEN_NOT_PRESENT");
    }
    assertThat(device.logIns()).isEqualTo(2);

    device.away(false);
    assertThatThrownBy(() -> key.unwrap(wrapped)).isInstanceOf(VaultUnavailableException.class);
    clock.advance(Duration.ofSeconds(2));
    assertThat(key.unwrap(wrapped)).isEqualTo(dataKey);
  }

  @Test
  void aWrongPinIsTriedOnceOnly() {
    put("kek", "AES", bytes);
    KeyEncryptionKey key = hsm().wrapping("kek");
    device.changePin("9999");

    for (int i = 0; i < 5; i++) {
      clock.advance(Duration.ofHours(1));
      assertThatThrownBy(() -> key.wrap(bytes))
          .isInstanceOf(VaultUnavailableException.class)
          .hasMessageContaining("its PIN is wrong");
    }
    assertThat(device.logIns()).isEqualTo(2);
  }

  @Test
  void anotherKeyUnderTheSameLabelIsNotUsed() {
    put("kek", "AES", bytes);
    put("lookup", "HmacSHA256", bytes);
    Hsm hsm = hsm();
    KeyEncryptionKey kek = hsm.wrapping("kek");
    HmacKey lookup = hsm.digesting("lookup");
    byte[] before = lookup.digest(bytes);

    put("lookup", "HmacSHA256", fresh());
    loseSessions();
    assertThatThrownBy(() -> lookup.digest(bytes))
        .isInstanceOf(VaultUnavailableException.class)
        .hasMessageContaining("lookup is another key than before");
    clock.advance(Duration.ofSeconds(2));
    assertThatThrownBy(() -> kek.wrap(bytes)).isInstanceOf(VaultUnavailableException.class);

    put("lookup", "HmacSHA256", bytes);
    clock.advance(Duration.ofSeconds(2));
    assertThat(lookup.digest(bytes)).isEqualTo(before);
  }

  @Test
  void aLabelWithoutAnHsmIsRefused() {
    assertThatThrownBy(() -> KeyText.parse("active=k1\nkek.k1=hsm:kek", "test", Hsm.none()))
        .hasMessageContaining("none is set by vpos.vault.hsm");
  }
}
