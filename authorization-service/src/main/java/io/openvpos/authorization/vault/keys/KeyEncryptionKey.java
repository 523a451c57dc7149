package io.openvpos.authorization.vault.keys;

import java.security.InvalidKeyException;

/// Wraps data keys by AES key wrap (RFC 3394). Where it lies is its own affair: it may never leave
/// an HSM.
interface KeyEncryptionKey {

  byte[] wrap(byte[] dataKey);

  /// The data key that was wrapped with this key; anything else is refused.
  byte[] unwrap(byte[] wrapped) throws InvalidKeyException;
}
