package io.openvpos.authorization.vault.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// A key whose bytes the process has.
record KeyInMemory(SecretKey key) implements KeyEncryptionKey, HmacKey {

  private static final String AES = "AES";
  private static final String HMAC = "HmacSHA256";
  private static final String KEY_WRAP = "AES/KW/NoPadding";

  static KeyEncryptionKey wrapping(byte[] bytes) {
    return new KeyInMemory(new SecretKeySpec(bytes, AES));
  }

  static HmacKey digesting(byte[] bytes) {
    return new KeyInMemory(new SecretKeySpec(bytes, HMAC));
  }

  @Override
  public byte[] wrap(byte[] dataKey) {
    try {
      Cipher cipher = Cipher.getInstance(KEY_WRAP);
      cipher.init(Cipher.WRAP_MODE, key);
      return cipher.wrap(new SecretKeySpec(dataKey, AES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }

  @Override
  public byte[] unwrap(byte[] wrapped) throws InvalidKeyException {
    try {
      Cipher cipher = Cipher.getInstance(KEY_WRAP);
      cipher.init(Cipher.UNWRAP_MODE, key);
      return cipher.unwrap(wrapped, AES, Cipher.SECRET_KEY).getEncoded();
    } catch (InvalidKeyException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES", e);
    }
  }

  @Override
  public byte[] digest(byte[] text) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(key);
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  @Override
  public String toString() {
    return "KeyInMemory[****]";
  }
}
