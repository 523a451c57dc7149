package io.openvpos.settlement.batch.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a batch line says happened.
public enum LineType {
  CAPTURE,
  VOID,
  REFUND,
  CHARGEBACK,
  CHARGEBACK_REVERSAL,
  ADJUSTMENT;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// Empty for entries that are no batch lines: batch closes, reserves, payouts.
  public static Optional<LineType> of(String code) {
    return Arrays.stream(values()).filter(type -> type.code().equals(code)).findFirst();
  }

  /// A void undoes captures of its own day, so it becomes due with them.
  public boolean hasOwnValueDate() {
    return this == CAPTURE || this == VOID;
  }
}
