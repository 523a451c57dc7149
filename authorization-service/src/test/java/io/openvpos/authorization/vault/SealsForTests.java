package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.Hsm;
import io.openvpos.authorization.vault.keys.KeyProvider;
import java.security.SecureRandom;
import java.util.Base64;

/// Seals with keys that nobody else has; further keys come by rotation.
public final class SealsForTests {

  private final SecureRandom random = new SecureRandom();
  private final StringBuilder keys = new StringBuilder();
  private int active;

  /// With one more key, which is the active one from now on.
  public Seals rotated() {
    active++;
    keys.append("kek.k%d=%s;".formatted(active, key()));
    String others =
        "active=k%d;lookup=%s;fingerprint=%s;identity=%s".formatted(active, key(), key(), key());
    return new Seals(KeyProvider.ofText(keys + others, "test", Hsm.none()).load(), random);
  }

  private String key() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
