package io.openvpos.settlement.reconciliation.domain;

import java.util.Locale;

/// How an item of one side stands to the other side.
public enum MatchClass {
  /// On both sides with the same amount, or one within the tolerance of its currency.
  MATCHED,
  /// The network cleared it; we did not present it.
  MISSING_HERE,
  /// We presented it; the network did not clear it.
  MISSING_THERE,
  AMOUNT_DIFFERS,
  CURRENCY_DIFFERS,
  /// The network cleared it once more.
  DUPLICATE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
