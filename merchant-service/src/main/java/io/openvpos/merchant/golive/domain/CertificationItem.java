package io.openvpos.merchant.golive.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// One thing that an integration shows in test mode. The code is the name in lower case.
public enum CertificationItem {
  PAYMENT_APPROVED,
  PAYMENT_DECLINED,
  REFUND,
  /// The same request sent again with the same key, as after a time-out.
  IDEMPOTENT_RETRY,
  /// A payment approved after its cardholder was authenticated.
  THREE_D_SECURE,
  /// The shop's server accepted a webhook about something that happened.
  WEBHOOK_ANSWERED;

  /// Whether a merchant must have shown it before it goes live. Webhooks are for whoever wants
  /// them: a shop that asks for its payments loses nothing without.
  ///
  /// @param authenticates whether shoppers of the merchant will have to be authenticated
  public boolean requiredOf(boolean authenticates) {
    return switch (this) {
      case PAYMENT_APPROVED, PAYMENT_DECLINED, REFUND, IDEMPOTENT_RETRY -> true;
      case THREE_D_SECURE -> authenticates;
      case WEBHOOK_ANSWERED -> false;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CertificationItem> of(String code) {
    return Stream.of(values()).filter(item -> item.code().equals(code)).findFirst();
  }
}
