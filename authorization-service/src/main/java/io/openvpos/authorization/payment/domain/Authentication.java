package io.openvpos.authorization.payment.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What 3-D Secure is asked about a payment's cardholder.
///
/// @param pending the authentication; null if none was begun
/// @param exemption claimed instead of one: low_value, transaction_risk, merchant_initiated
/// @param result null until it has ended
/// @param refusedRrn of the request that the issuer refused for want of one; null if none was sent
public record Authentication(
    @Nullable Pending pending,
    @Nullable String exemption,
    @Nullable AuthenticationResult result,
    @Nullable String refusedRrn) {

  /// Where the shopper is sent.
  ///
  /// @param id names the authentication in the room that runs it
  /// @param expiresAt from then on it is too late
  public record Pending(String id, String url, Instant expiresAt) {}

  public static Authentication none() {
    return new Authentication(null, null, null, null);
  }

  public static Authentication exempt(String exemption) {
    return new Authentication(null, exemption, null, null);
  }

  /// Begun, also after an exemption that the issuer did not grant.
  public Authentication begun(Pending begun) {
    return new Authentication(begun, null, null, null);
  }

  Authentication ended(AuthenticationResult end) {
    return new Authentication(pending, exemption, end, refusedRrn);
  }

  Authentication after(@Nullable Attempt refused) {
    return refused == null ? this : new Authentication(pending, exemption, result, refused.rrn());
  }
}
