package io.openvpos.authorization.payment.domain;

import java.util.Locale;

/// What a merchant reads of a payment's state.
public enum PaymentStatus {
  PROCESSING,
  REQUIRES_ACTION,
  AUTHORIZED,
  CAPTURED,
  VOIDED,
  DECLINED,
  EXPIRED,
  REVERSED;

  /// The word of the HTTP contract: `processing`.
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
