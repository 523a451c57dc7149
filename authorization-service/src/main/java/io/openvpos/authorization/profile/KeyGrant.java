package io.openvpos.authorization.profile;

import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a key opens.
///
/// @param hash lower-case hexadecimal SHA-256 of the key; the key itself is known to its owner only
/// @param expiresAt from this moment on the key is refused; null if it does not expire
public record KeyGrant(String hash, KeyScope scope, Mode mode, @Nullable Instant expiresAt) {

  boolean isValidAt(Instant now) {
    return expiresAt == null || now.isBefore(expiresAt);
  }
}
