package io.openvpos.merchant.staff.domain;

import java.time.Duration;
import java.time.Instant;

/// A link by which somebody sets a first password, once.
///
/// @param tokenHash SHA-256 of the secret part of the link
public record Invitation(String tokenHash, Instant expiresAt) {

  public static final Duration LASTS = Duration.ofDays(3);

  public boolean isOpen(Instant now) {
    return now.isBefore(expiresAt);
  }
}
