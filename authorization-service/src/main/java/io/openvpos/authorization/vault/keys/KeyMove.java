package io.openvpos.authorization.vault.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStoreException;
import java.time.Clock;
import java.util.Arrays;

/// Puts a key that the process has into an HSM, where it gives the same answers and is not read
/// again: for the keys that cannot be exchanged for new ones.
public final class KeyMove {

  private static final byte[] QUESTION = new byte[KeyRing.KEY_BYTES];

  private KeyMove() {}

  /// Moves one key.
  ///
  /// @param name of the key's line, such as `fingerprint` or `kek.k1`
  /// @param label under which no key may be yet
  public static void into(Pkcs11 way, KeyRing keys, String name, String label)
      throws GeneralSecurityException, IOException {
    if (!(KeyText.named(keys, name) instanceof KeyInMemory known)) {
      throw new KeyStoreException("there is no key " + name + " outside an HSM");
    }
    way.put(label, known.key());
    HsmKey moved = new HsmKey(new Hsm(way, Clock.systemUTC()), label);
    boolean same =
        name.startsWith(KeyText.KEK)
            ? Arrays.equals(moved.wrap(QUESTION), known.wrap(QUESTION))
            : Arrays.equals(moved.digest(QUESTION), known.digest(QUESTION));
    if (!same) {
      throw new KeyStoreException("the HSM answers otherwise with " + label);
    }
  }
}
