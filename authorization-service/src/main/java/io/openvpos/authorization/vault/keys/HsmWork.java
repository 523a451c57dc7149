package io.openvpos.authorization.vault.keys;

import java.security.GeneralSecurityException;
import java.security.Provider;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// What an HSM does for the vault.
enum HsmWork {
  WRAP {
    @Override
    byte[] done(Provider hsm, SecretKey key, byte[] input) throws GeneralSecurityException {
      return KeyWrap.wrap(blocks(hsm, Cipher.ENCRYPT_MODE, key), input);
    }
  },
  UNWRAP {
    @Override
    byte[] done(Provider hsm, SecretKey key, byte[] input) throws GeneralSecurityException {
      return KeyWrap.unwrap(blocks(hsm, Cipher.DECRYPT_MODE, key), input);
    }
  },
  DIGEST {
    @Override
    byte[] done(Provider hsm, SecretKey key, byte[] input) throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256", hsm);
      mac.init(key);
      return mac.doFinal(input);
    }
  };

  abstract byte[] done(Provider hsm, SecretKey key, byte[] input) throws GeneralSecurityException;

  private static Cipher blocks(Provider hsm, int mode, SecretKey key)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", hsm);
    cipher.init(mode, key);
    return cipher;
  }
}
