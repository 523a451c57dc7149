package io.openvpos.merchant.golive.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that an integration shows in test mode. The code is the name in lower case.
public enum CertificationItem {
  PAYMENT_APPROVED(true),
  PAYMENT_DECLINED(true),
  REFUND(true),
  /// The same request sent again with the same key, as after a time-out.
  IDEMPOTENT_RETRY(true),
  /// Only a shop that uses it shows it.
  THREE_D_SECURE(false),
  /// Only a shop that registered an address for them shows it.
  WEBHOOK_ANSWERED(false);

  private final boolean required;

  CertificationItem(boolean required) {
    this.required = required;
  }

  public boolean required() {
    return required;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CertificationItem> of(String code) {
    return Stream.of(values()).filter(item -> item.code().equals(code)).findFirst();
  }
}
