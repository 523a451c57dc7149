package io.openvpos.merchant.profile.domain;

import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An API key as it is kept: never the key itself.
///
/// @param hash lower-case hexadecimal SHA-256 of the key
/// @param hint the key's visible beginning and its last four characters, to tell keys apart
public record ApiKey(
    String id,
    String hash,
    String hint,
    Mode mode,
    KeyScope scope,
    Instant createdAt,
    @Nullable Instant revokedAt,
    KeyLimits limits) {

  public boolean active() {
    return revokedAt == null;
  }

  /// Past its end, though nobody revoked it.
  public boolean endedAt(Instant now) {
    Instant end = limits.expiresAt();
    return end != null && !now.isBefore(end);
  }

  ApiKey limited(KeyLimits next) {
    return new ApiKey(id, hash, hint, mode, scope, createdAt, revokedAt, next);
  }

  ApiKey revoked(Instant at) {
    return new ApiKey(id, hash, hint, mode, scope, createdAt, at, limits);
  }
}
