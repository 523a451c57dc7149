package io.openvpos.merchant.adjustment.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an adjustment stands. Approved and rejected are for ever.
public enum AdjustmentStatus {
  PENDING,
  APPROVED,
  REJECTED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AdjustmentStatus> of(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
