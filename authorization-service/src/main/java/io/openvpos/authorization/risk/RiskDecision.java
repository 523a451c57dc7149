package io.openvpos.authorization.risk;

import java.util.Locale;

/// What risk says of a payment.
public enum RiskDecision {
  APPROVE,
  /// Goes on, and a person looks at it later.
  REVIEW,
  /// Goes on only after the shopper has proved who they are.
  CHALLENGE,
  DECLINE;

  /// The word in the HTTP contract: `approve`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
