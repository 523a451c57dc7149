package io.openvpos.authorization.vault.keys;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.ProviderException;
import java.util.Arrays;
import javax.crypto.Cipher;

/// AES key wrap (RFC 3394) out of single blocks, for HSMs: every one encrypts a block, while their
/// own key wrap refuses the parameters that the JDK passes, or data keys from outside.
final class KeyWrap {

  private static final int HALF = Long.BYTES;
  private static final int ROUNDS = 6;
  private static final long INITIAL = 0xA6A6A6A6A6A6A6A6L;

  private KeyWrap() {}

  /// @param block encrypts blocks with the key-encryption key (AES/ECB)
  static byte[] wrap(Cipher block, byte[] key) throws GeneralSecurityException {
    ByteBuffer out = ByteBuffer.allocate(HALF + key.length).putLong(INITIAL).put(key);
    int halves = key.length / HALF;
    for (int step = 1; step <= ROUNDS * halves; step++) {
      int at = HALF * (1 + (step - 1) % halves);
      ByteBuffer turned = turned(block, out.getLong(0), out.getLong(at));
      out.putLong(0, turned.getLong() ^ step).putLong(at, turned.getLong());
    }
    block.doFinal();
    return out.array();
  }

  /// The initial value and the key, not yet [#proven].
  ///
  /// @param block decrypts blocks with the key-encryption key (AES/ECB)
  static byte[] unwrap(Cipher block, byte[] wrapped) throws GeneralSecurityException {
    ByteBuffer in = ByteBuffer.wrap(wrapped.clone());
    int halves = wrapped.length / HALF - 1;
    for (int step = ROUNDS * halves; step >= 1; step--) {
      int at = HALF * (1 + (step - 1) % halves);
      ByteBuffer turned = turned(block, in.getLong(0) ^ step, in.getLong(at));
      in.putLong(0, turned.getLong()).putLong(at, turned.getLong());
    }
    block.doFinal();
    return in.array();
  }

  /// The key, if it was wrapped with the key that unwrapped it.
  static byte[] proven(byte[] unwrapped) throws InvalidKeyException {
    if (ByteBuffer.wrap(unwrapped).getLong() != INITIAL) {
      throw new InvalidKeyException("wrapped with another key, or altered");
    }
    return Arrays.copyOfRange(unwrapped, HALF, unwrapped.length);
  }

  private static ByteBuffer turned(Cipher block, long first, long second) {
    byte[] in = ByteBuffer.allocate(2 * HALF).putLong(first).putLong(second).array();
    byte[] out = block.update(in);
    if (out == null || out.length != in.length) {
      throw new ProviderException("a block was not answered with a block");
    }
    return ByteBuffer.wrap(out);
  }
}
