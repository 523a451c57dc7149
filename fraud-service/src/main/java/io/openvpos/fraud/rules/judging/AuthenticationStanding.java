package io.openvpos.fraud.rules.judging;

import java.util.Locale;

/// Whether a payment's shopper can be asked to prove who they are, or what came of asking.
public enum AuthenticationStanding {
  /// Nobody can be asked.
  IMPOSSIBLE,
  /// Not asked yet.
  POSSIBLE,
  /// The issuer knows the cardholder.
  AUTHENTICATED,
  /// The scheme vouches for an issuer that could not answer.
  ATTEMPTED,
  /// Asked, and nobody could tell.
  UNAVAILABLE;

  /// The word in rules: `authenticated`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static AuthenticationStanding of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /// There is a proof: a challenge is satisfied.
  public boolean proves() {
    return this == AUTHENTICATED || this == ATTEMPTED;
  }
}
