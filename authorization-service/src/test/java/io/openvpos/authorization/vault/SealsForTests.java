package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.KeyRing;
import java.security.SecureRandom;
import java.util.Map;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Seals with keys that nobody else has.
public final class SealsForTests {

  private SealsForTests() {}

  public static Seals seals() {
    SecureRandom random = new SecureRandom();
    return new Seals(
        new KeyRing("k1", Map.of("k1", key(random)), key(random), key(random), key(random)),
        random);
  }

  private static SecretKey key(SecureRandom random) {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }
}
