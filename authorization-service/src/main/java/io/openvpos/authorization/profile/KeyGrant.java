package io.openvpos.authorization.profile;

import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a key opens.
///
/// @param hash lower-case hexadecimal SHA-256 of the key; the key itself is known to its owner only
/// @param expiresAt from this moment on the key is refused; null if it does not expire
/// @param guard what else its calls need
public record KeyGrant(
    String hash, KeyScope scope, Mode mode, @Nullable Instant expiresAt, KeyGuard guard) {

  /// One that needs nothing else.
  public KeyGrant(String hash, KeyScope scope, Mode mode, @Nullable Instant expiresAt) {
    this(hash, scope, mode, expiresAt, KeyGuard.NONE);
  }

  boolean isValidAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
