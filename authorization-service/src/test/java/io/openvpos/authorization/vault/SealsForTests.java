package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.KeyRing;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Seals with keys that nobody else has; further keys come by rotation.
public final class SealsForTests {

  private final SecureRandom random = new SecureRandom();
  private final Map<String, SecretKey> keys = new LinkedHashMap<>();

  /// With one more key, which is the active one from now on.
  public Seals rotated() {
    String active = "k" + (keys.size() + 1);
    keys.put(active, key());
    return new Seals(
        new KeyRing(active, keys, new TreeMap<>(Map.of(1, key())), key(), key()), random);
  }

  private SecretKey key() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return new SecretKeySpec(bytes, "AES");
  }
}
