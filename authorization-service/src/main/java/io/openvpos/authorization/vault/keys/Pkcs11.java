package io.openvpos.authorization.vault.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.InvalidParameterException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.Provider;
import java.security.Security;
import javax.crypto.SecretKey;

/// The way to an HSM through its PKCS#11 library.
///
/// @param library the HSM maker's, for this machine
/// @param slot id of the slot, as `pkcs11-tool --list-slots` shows it
/// @param pin of the slot's user
public record Pkcs11(Path library, long slot, Pin pin) implements Hsm.Door {

  /// Says the PIN, at every log-in.
  @FunctionalInterface
  public interface Pin {

    String read() throws IOException;
  }

  @Override
  public HsmSession open() throws GeneralSecurityException, IOException {
    KeyStore keys = keys();
    return new HsmSession(keys.getProvider(), label -> keys.getKey(label, null));
  }

  /// Puts a key in; from there it cannot be read again.
  void put(String label, SecretKey key) throws GeneralSecurityException, IOException {
    KeyStore keys = keys();
    if (keys.containsAlias(label)) {
      throw new KeyStoreException("it has the label " + label + " already");
    }
    keys.setEntry(label, new KeyStore.SecretKeyEntry(key), null);
  }

  private KeyStore keys() throws GeneralSecurityException, IOException {
    if (!Files.exists(library)) {
      throw new IOException("there is no library " + library);
    }
    KeyStore keys = KeyStore.getInstance("PKCS11", provider());
    keys.load(null, pin.read().toCharArray());
    return keys;
  }

  private Provider provider() throws IOException {
    Provider driver = Security.getProvider("SunPKCS11");
    if (driver == null) {
      throw new IOException("this Java has no SunPKCS11");
    }
    try {
      return driver.configure(
          """
          --name = vpos
          library = "%s"
          slot = %d
          attributes(import, CKO_SECRET_KEY, *) = {
            CKA_SENSITIVE = true
            CKA_EXTRACTABLE = false
          }
          """
              .formatted(library, slot));
    } catch (InvalidParameterException e) {
      throw new IOException("its library or slot does not answer", e);
    }
  }

  @Override
  public String toString() {
    return "Pkcs11[library=" + library + ", slot=" + slot + "]";
  }
}
