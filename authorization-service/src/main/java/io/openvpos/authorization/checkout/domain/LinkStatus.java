package io.openvpos.authorization.checkout.domain;

import java.util.Locale;

/// What a shop reads of a payment link. `processing`, `paid` and `failed` are of links for a single
/// payment only.
public enum LinkStatus {
  ACTIVE,
  PROCESSING,
  PAID,
  /// Every attempt was declined.
  FAILED,
  EXPIRED,
  DEACTIVATED;

  static LinkStatus of(SessionStatus session) {
    return switch (session) {
      case OPEN -> ACTIVE;
      case PROCESSING -> PROCESSING;
      case PAID -> PAID;
      case FAILED -> FAILED;
      case EXPIRED -> EXPIRED;
      case CANCELED -> DEACTIVATED;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
