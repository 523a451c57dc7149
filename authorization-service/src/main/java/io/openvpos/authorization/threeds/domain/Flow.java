package io.openvpos.authorization.threeds.domain;

import java.util.Locale;

/// How the issuer came to know the cardholder.
public enum Flow {
  FRICTIONLESS,
  CHALLENGE,
  DECOUPLED;

  /// The word of the HTTP contract: `frictionless`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
