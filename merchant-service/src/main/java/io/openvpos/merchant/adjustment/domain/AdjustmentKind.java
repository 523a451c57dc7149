package io.openvpos.merchant.adjustment.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Why money moves outside a sale.
public enum AdjustmentKind {
  /// Puts something right, at the acquirer's cost or benefit. Not taxed.
  CORRECTION,
  /// A service of the acquirer, such as a monthly or a terminal fee. Taxed (BSMV) as the contract
  /// version of its day says; a positive one gives a fee back.
  FEE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<AdjustmentKind> of(String code) {
    return Stream.of(values()).filter(kind -> kind.code().equals(code)).findFirst();
  }
}
