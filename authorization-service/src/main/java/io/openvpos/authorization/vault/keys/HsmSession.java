package io.openvpos.authorization.vault.keys;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.Provider;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;

/// What one works with once logged in to an HSM, until it is lost.
public final class HsmSession {

  private final Provider provider;
  private final Keys source;
  private final Map<String, SecretKey> keys = new ConcurrentHashMap<>();

  /// @param provider alone can use the keys
  /// @param source looks keys up; each is asked for once
  public HsmSession(Provider provider, Keys source) {
    this.provider = provider;
    this.source = source;
  }

  /// Keys by label, each no more than a handle.
  @FunctionalInterface
  public interface Keys {

    @Nullable Key get(String label) throws GeneralSecurityException;
  }

  Provider provider() {
    return provider;
  }

  SecretKey key(String label) throws GeneralSecurityException {
    SecretKey known = keys.get(label);
    if (known != null) {
      return known;
    }
    if (source.get(label) instanceof SecretKey found) {
      keys.put(label, found);
      return found;
    }
    throw new InvalidKeyException("no secret key in it has the label " + label);
  }
}
