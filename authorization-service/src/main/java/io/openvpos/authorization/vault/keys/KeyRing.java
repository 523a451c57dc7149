package io.openvpos.authorization.vault.keys;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// The vault's keys, all of 256 bits and all different: losing one purpose's key must not open
/// another.
///
/// @param activeId the key-encryption key that new rows are wrapped with
/// @param keyEncryptionKeys by id, the retired ones too as long as a row is wrapped with them
/// @param lookups find a merchant's row by card number, by version: the highest is the newest, and
///   all of them are in use until they are taken out
/// @param fingerprint tells one card across merchants; it has no versions, because histories of
///   years hang on what it gives
/// @param identity tells one submitted card for idempotency
public record KeyRing(
    String activeId,
    Map<String, KeyEncryptionKey> keyEncryptionKeys,
    SortedMap<Integer, HmacKey> lookups,
    HmacKey fingerprint,
    HmacKey identity) {

  static final int KEY_BYTES = 32;

  public KeyRing {
    keyEncryptionKeys = Map.copyOf(keyEncryptionKeys);
    if (!keyEncryptionKeys.containsKey(activeId)) {
      throw new IllegalArgumentException("there is no key-encryption key " + activeId);
    }
    lookups = Collections.unmodifiableSortedMap(new TreeMap<>(lookups));
    if (lookups.isEmpty() || lookups.firstKey() < 1) {
      throw new IllegalArgumentException("lookup is missing");
    }
    Set<Object> distinct = new HashSet<>(keyEncryptionKeys.values());
    distinct.addAll(lookups.values());
    distinct.addAll(Arrays.asList(fingerprint, identity));
    if (distinct.size() != keyEncryptionKeys.size() + lookups.size() + 2) {
      throw new IllegalArgumentException("one key serves two purposes");
    }
  }

  KeyEncryptionKey keyEncryptionKey(String id) {
    KeyEncryptionKey key = keyEncryptionKeys.get(id);
    if (key == null) {
      throw new UnreadableCardException("the key-encryption key " + id + " is not here");
    }
    return key;
  }

  @Override
  public String toString() {
    return "KeyRing[active=" + activeId + "]";
  }
}
