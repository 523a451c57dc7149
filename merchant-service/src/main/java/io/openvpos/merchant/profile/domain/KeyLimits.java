package io.openvpos.merchant.profile.domain;

import io.openvpos.messaging.access.AddressRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a key is limited to: since it was made, or since it was changed.
///
/// @param expiresAt from this moment on it is refused; null: it does not end by itself
/// @param addresses that it may be used from; empty: from anywhere
/// @param signingKey an Ed25519 public key as a JSON Web Key writes it, whose private half signs
///   the calls that change something; null: they need no signature
public record KeyLimits(
    @Nullable Instant expiresAt, List<AddressRange> addresses, @Nullable String signingKey) {

  public static final KeyLimits NONE = new KeyLimits(null, List.of(), null);

  public static final int MOST_ADDRESSES = 20;

  /// Ten years.
  public static final Duration LONGEST = Duration.ofDays(3_653);

  public KeyLimits {
    addresses = List.copyOf(addresses);
  }

  /// Of the key that takes the place of one made at `madeAt`: as narrow, and living as long, though
  /// not longer than any may.
  public KeyLimits renewed(Instant madeAt, Instant now) {
    if (expiresAt == null) {
      return this;
    }
    Duration meant = Duration.between(madeAt, expiresAt);
    Duration life = meant.compareTo(LONGEST) > 0 ? LONGEST : meant;
    return new KeyLimits(now.plus(life), addresses, signingKey);
  }
}
