package io.openvpos.merchant.profile.domain;

import java.util.Locale;

/// Whether a merchant may sell. The code is the name in lower case.
public enum Status {
  ACTIVE,
  SUSPENDED,
  CLOSED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Status of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
