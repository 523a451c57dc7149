package io.openvpos.fraud.simulator;

import java.util.Locale;

/// What a simulated payment is part of.
public enum Pattern {
  HONEST,
  /// All payments at a merchant whose terminal was tampered with, for 28 days.
  MERCHANT_COMPROMISED,
  /// A third of a card's payments at five times the amount, for 14 days.
  CARD_COMPROMISED,
  /// Small payments on one stolen card after another from few addresses, to see which ones live.
  CARD_TESTING,
  /// Card testing on invented numbers of one BIN.
  BIN_ENUMERATION,
  /// A stranger's address and device on a known card and e-mail: several high payments in an hour.
  ACCOUNT_TAKEOVER,
  /// The cardholder's own purchases at one merchant again and again, most of them paid back.
  REFUND_ABUSE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
