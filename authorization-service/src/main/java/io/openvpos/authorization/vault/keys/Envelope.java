package io.openvpos.authorization.vault.keys;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Envelope encryption: a data key of its own for each row (AES-256-GCM), wrapped with a
/// key-encryption key (AES key wrap, RFC 3394). Rotating the latter wraps 32 bytes anew and leaves
/// the card alone.
///
/// Layout, as Base64: version 1 (1 byte), length and ASCII of the key id, wrapped data key (40),
/// nonce (12), ciphertext with tag.
public final class Envelope {

  private static final byte VERSION = 1;
  private static final int WRAPPED_BYTES = KeyRing.KEY_BYTES + 8;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing keys;
  private final SecureRandom random;

  public Envelope(KeyRing keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  /// Encrypts under a new data key.
  ///
  /// @param owner bound to the ciphertext: it opens for this owner only
  public String seal(String plaintext, String owner) {
    byte[] key = random(KeyRing.KEY_BYTES);
    byte[] nonce = random(NONCE_BYTES);
    try {
      byte[] wrapped = wrap(key);
      byte[] sealed =
          gcm(Cipher.ENCRYPT_MODE, key, nonce, owner).doFinal(plaintext.getBytes(US_ASCII));
      return write(new Parts(keys.activeId(), wrapped, nonce, sealed));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    } finally {
      Arrays.fill(key, (byte) 0);
    }
  }

  /// The plaintext, for the owner that it was sealed for; otherwise an [UnreadableCardException].
  public String open(String envelope, String owner) {
    Parts parts = read(envelope);
    try {
      Cipher cipher = gcm(Cipher.DECRYPT_MODE, unwrap(parts), parts.nonce(), owner);
      return new String(cipher.doFinal(parts.sealed()), US_ASCII);
    } catch (GeneralSecurityException e) {
      throw new UnreadableCardException("a vault row does not open", e);
    }
  }

  /// Whether the active key-encryption key wraps it.
  public boolean isCurrent(String envelope) {
    return read(envelope).keyId().equals(keys.activeId());
  }

  /// The same ciphertext under the active key-encryption key.
  public String rewrap(String envelope) {
    Parts parts = read(envelope);
    try {
      return write(new Parts(keys.activeId(), wrap(unwrap(parts)), parts.nonce(), parts.sealed()));
    } catch (InvalidKeyException e) {
      throw new UnreadableCardException("a vault row's key does not unwrap", e);
    }
  }

  private byte[] wrap(byte[] dataKey) {
    return keys.keyEncryptionKey(keys.activeId()).wrap(dataKey);
  }

  private byte[] unwrap(Parts parts) throws InvalidKeyException {
    return keys.keyEncryptionKey(parts.keyId()).unwrap(parts.wrapped());
  }

  private static Cipher gcm(int mode, byte[] dataKey, byte[] nonce, String owner)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, new SecretKeySpec(dataKey, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(owner.getBytes(UTF_8));
    return cipher;
  }

  private byte[] random(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private static String write(Parts parts) {
    byte[] id = parts.keyId().getBytes(US_ASCII);
    ByteBuffer bytes =
        ByteBuffer.allocate(2 + id.length + WRAPPED_BYTES + NONCE_BYTES + parts.sealed().length);
    bytes.put(VERSION).put((byte) id.length).put(id);
    bytes.put(parts.wrapped()).put(parts.nonce()).put(parts.sealed());
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static Parts read(String envelope) {
    try {
      ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(envelope));
      byte version = bytes.get();
      if (version != VERSION) {
        throw new UnreadableCardException("a vault row of unknown version " + version);
      }
      String keyId = new String(take(bytes, Byte.toUnsignedInt(bytes.get())), US_ASCII);
      byte[] wrapped = take(bytes, WRAPPED_BYTES);
      byte[] nonce = take(bytes, NONCE_BYTES);
      return new Parts(keyId, wrapped, nonce, take(bytes, bytes.remaining()));
    } catch (IllegalArgumentException | BufferUnderflowException e) {
      throw new UnreadableCardException("a vault row is not an envelope", e);
    }
  }

  private static byte[] take(ByteBuffer bytes, int length) {
    byte[] part = new byte[length];
    bytes.get(part);
    return part;
  }

  @SuppressWarnings("ArrayRecordComponent") // Carries parts between two lines; never compared.
  private record Parts(String keyId, byte[] wrapped, byte[] nonce, byte[] sealed) {}
}
