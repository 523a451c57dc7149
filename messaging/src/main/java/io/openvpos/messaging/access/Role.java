package io.openvpos.messaging.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What a person may do. The code in tokens and JSON is the name in lower case.
public enum Role {
  MERCHANT_ADMIN,
  MERCHANT_FINANCE,
  ACQUIRER_OPS,
  ACQUIRER_FINANCE,
  FRAUD_ANALYST,
  AUDITOR;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String code) {
    return Stream.of(values()).filter(role -> role.code().equals(code)).findFirst();
  }
}
