package io.openvpos.authorization.payment.domain;

import org.jspecify.annotations.Nullable;

/// The issuer's yes.
///
/// @param code the authorization code (DE 38); null if the issuer gave none
/// @param responseCode DE 39
/// @param networkTransactionId the network's name of the payment; null if it told none
public record Approval(
    @Nullable String code, String responseCode, @Nullable String networkTransactionId) {

  /// Without the network's name of the payment.
  public Approval(@Nullable String code, String responseCode) {
    this(code, responseCode, null);
  }
}
