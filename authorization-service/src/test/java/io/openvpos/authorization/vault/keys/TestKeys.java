package io.openvpos.authorization.vault.keys;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Keys for tests, the same in every run.
public final class TestKeys {

  private TestKeys() {}

  /// Bytes 0, 1, 2, ... for `k1`, 2s for look-up, 3s for the fingerprint, 4s for identity.
  ///
  /// @param others further key-encryption keys
  public static KeyRing keys(String active, String... others) {
    Map<String, KeyEncryptionKey> keks = new TreeMap<>();
    keks.put("k1", counting(0));
    for (String other : others) {
      keks.put(other, counting(other.hashCode()));
    }
    return new KeyRing(
        active, keks, new TreeMap<>(Map.of(1, repeated(2))), repeated(3), repeated(4));
  }

  /// The same with these versions of the look-up key.
  public static KeyRing withLookups(KeyRing keys, int... versions) {
    SortedMap<Integer, HmacKey> lookups = new TreeMap<>();
    for (int version : versions) {
      lookups.put(version, repeated(version == 1 ? 2 : 100 + version));
    }
    return new KeyRing(
        keys.activeId(), keys.keyEncryptionKeys(), lookups, keys.fingerprint(), keys.identity());
  }

  /// The same without a key-encryption key.
  public static KeyRing without(KeyRing keys, String retired) {
    Map<String, KeyEncryptionKey> left = new TreeMap<>(keys.keyEncryptionKeys());
    left.remove(retired);
    return new KeyRing(keys.activeId(), left, keys.lookups(), keys.fingerprint(), keys.identity());
  }

  private static KeyEncryptionKey counting(int from) {
    byte[] bytes = new byte[KeyRing.KEY_BYTES];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (from + i);
    }
    return KeyInMemory.wrapping(bytes);
  }

  private static HmacKey repeated(int value) {
    byte[] bytes = new byte[KeyRing.KEY_BYTES];
    Arrays.fill(bytes, (byte) value);
    return KeyInMemory.digesting(bytes);
  }
}
