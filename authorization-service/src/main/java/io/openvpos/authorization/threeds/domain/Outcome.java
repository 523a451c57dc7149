package io.openvpos.authorization.threeds.domain;

import java.util.Locale;

/// How an authentication ended.
public enum Outcome {
  /// transStatus Y: the issuer knows the cardholder.
  AUTHENTICATED,
  /// transStatus A: the scheme vouches for an issuer that could not.
  ATTEMPTED,
  /// transStatus N.
  FAILED,
  /// transStatus R: the issuer asks not to authorize at all.
  REJECTED,
  /// transStatus U or I, no ARes, or one that breaks the protocol.
  UNAVAILABLE,
  /// The cardholder was challenged, and nobody who may be trusted told the result.
  UNANSWERED,
  /// The cardholder did not finish in time.
  EXPIRED;

  /// The word of the HTTP contract: `authenticated`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Whether there is a proof for the issuer, and liability for fraud moves to it.
  public boolean proves() {
    return this == AUTHENTICATED || this == ATTEMPTED;
  }

  /// Whether the payment may go to the issuer. Without a proof only where nobody insisted, and
  /// never once a challenge was left open: whoever fails one would otherwise walk around it.
  public boolean mayProceed(boolean mandatory) {
    return proves() || (this == UNAVAILABLE && !mandatory);
  }
}
