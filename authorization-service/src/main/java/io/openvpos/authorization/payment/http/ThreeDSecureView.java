package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.domain.Authentication;
import io.openvpos.authorization.payment.domain.AuthenticationResult;
import org.jspecify.annotations.Nullable;

/// What became of a payment's 3-D Secure, as the merchant reads it. Without the proof, which is the
/// issuer's business.
///
/// @param status pending, exempt, or how it ended: authenticated, attempted, failed, rejected,
///   unavailable, unanswered, expired
/// @param flow frictionless, challenge or decoupled
/// @param liabilityShift whether the issuer bears a fraud
record ThreeDSecureView(
    String status,
    @Nullable String version,
    @Nullable String flow,
    @Nullable String eci,
    boolean liabilityShift,
    @Nullable String dsTransactionId,
    @Nullable String exemption) {

  static @Nullable ThreeDSecureView of(@Nullable Authentication asked) {
    if (asked == null) {
      return null;
    }
    AuthenticationResult result = asked.result();
    if (result == null) {
      String status = asked.pending() == null ? "exempt" : "pending";
      return new ThreeDSecureView(status, null, null, null, false, null, asked.exemption());
    }
    return new ThreeDSecureView(
        result.status(),
        result.version(),
        result.flow(),
        result.eci(),
        result.liabilityShift(),
        result.dsTransId(),
        asked.exemption());
  }
}
