package io.openvpos.authorization.vault.keys;

/// Digests by HMAC-SHA-256. Where it lies is its own affair: it may never leave an HSM.
public interface HmacKey {

  byte[] digest(byte[] text);
}
