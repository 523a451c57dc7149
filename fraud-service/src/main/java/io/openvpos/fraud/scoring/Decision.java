package io.openvpos.fraud.scoring;

import java.util.Locale;

/// What is advised about a payment. The asker decides what to make of it.
public enum Decision {
  APPROVE,
  /// Goes on; an analyst looks at it later.
  REVIEW,
  /// Goes on only after the shopper has proved who they are.
  CHALLENGE,
  DECLINE;

  /// `approve`, `review`, `challenge`, `decline`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Decision of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
