package io.openvpos.fraud.features;

import java.util.Locale;

/// Why a model distrusts a payment, in words that stay while features come and go: each feature
/// speaks for one reason. Codes are on the wire; texts in Turkish and English are at the edges.
public enum ReasonCode {
  AMOUNT_HIGH,
  AMOUNT_UNUSUAL_FOR_CARD,
  CARD_USED_OFTEN,
  CARD_AT_MANY_MERCHANTS,
  CARD_WITHOUT_HISTORY,
  CARD_WITH_KNOWN_FRAUD,
  CARD_KIND,
  MERCHANT_WITH_KNOWN_FRAUD,
  MERCHANT_BURST,
  BIN_ATTACK,
  IP_WITH_MANY_CARDS,
  EMAIL_WITH_MANY_CARDS,
  DEVICE_WITH_MANY_CARDS,
  UNUSUAL_TIME,
  OFTEN_REFUNDED;

  /// Its place in a table by reason.
  @SuppressWarnings("EnumOrdinal") // For tables within one run; nothing stored depends on it.
  public int place() {
    return ordinal();
  }

  /// `amount_high`, …
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
