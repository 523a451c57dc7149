package io.openvpos.settlement.profile.domain;

import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A merchant as its newest profile says.
///
/// @param iban where payouts go
/// @param payoutHold why nothing is paid out; null while it is
/// @param closed sells no more; what it is owed is still paid
public record Merchant(
    String id,
    String name,
    String iban,
    List<Key> keys,
    @Nullable String payoutHold,
    boolean closed) {

  public Merchant {
    keys = List.copyOf(keys);
  }

  /// One that is paid.
  public Merchant(String id, String name, String iban, List<Key> keys) {
    this(id, name, iban, keys, null);
  }

  /// One that is not closed.
  public Merchant(
      String id, String name, String iban, List<Key> keys, @Nullable String payoutHold) {
    this(id, name, iban, keys, payoutHold, false);
  }

  /// An API key.
  ///
  /// @param hash lower-case hexadecimal SHA-256 of the key
  /// @param secret false for a key that can only create card tokens
  /// @param expiresAt null: never
  /// @param guard what else its calls need
  public record Key(
      String hash, boolean secret, Mode mode, @Nullable Instant expiresAt, KeyGuard guard) {

    /// One that needs nothing else.
    public Key(String hash, boolean secret, Mode mode, @Nullable Instant expiresAt) {
      this(hash, secret, mode, expiresAt, KeyGuard.NONE);
    }

    boolean validAt(Instant now) {
      return expiresAt == null || now.isBefore(expiresAt);
    }
  }
}
