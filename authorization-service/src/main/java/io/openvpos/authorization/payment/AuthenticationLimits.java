package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How long a payment waits for its cardholder.
public final class AuthenticationLimits {

  /// The room that authenticates ends an authentication on time and tells; only if that never
  /// happens is the payment given up by itself.
  private static final Duration GRACE = Duration.ofMinutes(2);

  private AuthenticationLimits() {}

  /// When a waiting payment is declined whatever became of its authentication.
  public static Optional<Instant> givenUpAt(Payment payment) {
    return Optional.ofNullable(payment.authentication())
        .map(Authentication::pending)
        .map(pending -> pending.expiresAt().plus(GRACE));
  }
}
