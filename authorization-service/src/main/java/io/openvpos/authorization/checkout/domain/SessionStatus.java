package io.openvpos.authorization.checkout.domain;

import java.util.Locale;

/// What a shop reads of a session. Only `open` and `processing` may still change.
public enum SessionStatus {
  OPEN,
  PROCESSING,
  PAID,
  CANCELED,
  EXPIRED,
  /// Every attempt was declined.
  FAILED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
