package io.openvpos.authorization.webhook.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A signing secret as it is stored: sealed.
///
/// @param until after this it signs no more; null for the current one
public record SigningSecret(String sealed, @Nullable Instant until) {

  public boolean signsAt(Instant at) {
    return until == null || at.isBefore(until);
  }
}
