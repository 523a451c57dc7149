package io.openvpos.authorization.vault;

import io.openvpos.authorization.vault.keys.Envelope;
import io.openvpos.authorization.vault.keys.KeyRing;
import java.security.SecureRandom;

/// Seals the edge's other secrets with the vault's keys: what merchants' servers check signatures
/// with. ASCII only. No card goes through here.
public final class Seals {

  private final Envelope envelopes;

  Seals(KeyRing keys, SecureRandom random) {
    envelopes = new Envelope(keys, random);
  }

  /// Seals for one owner; it opens for no other.
  public String seal(String secret, String owner) {
    return envelopes.seal(secret, owner);
  }

  public String open(String sealed, String owner) {
    return envelopes.open(sealed, owner);
  }

  /// Whether it is wrapped with the active key; see [#renewed].
  public boolean isCurrent(String sealed) {
    return envelopes.isCurrent(sealed);
  }

  /// The same secret, wrapped with the active key.
  public String renewed(String sealed) {
    return envelopes.rewrap(sealed);
  }
}
