package io.openvpos.settlement.businessday.domain;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// Where a business day stands.
public enum DayStatus {
  OPEN,
  CLOSING,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<DayStatus> of(String code) {
    return Arrays.stream(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
