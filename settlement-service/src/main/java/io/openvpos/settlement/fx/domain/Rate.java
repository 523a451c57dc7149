package io.openvpos.settlement.fx.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/// What the central bank says one currency is worth in Turkish lira.
///
/// @param unit how many units of the currency the two prices are for
/// @param buying what a bank gives for them ("ForexBuying")
/// @param selling what a bank takes for them ("ForexSelling")
public record Rate(String currency, int unit, BigDecimal buying, BigDecimal selling) {

  /// The currency that rates are in.
  public static final String LIRA = "TRY";

  public Rate {
    if (unit < 1 || buying.signum() <= 0 || selling.compareTo(buying) < 0) {
      throw new IllegalArgumentException(
          "a rate of " + currency + ": " + unit + " for " + buying + " and " + selling);
    }
  }

  /// What a bank gives for the amount, in kuruş, halves up.
  ///
  /// @param minorUnits of the currency, not negative
  public long given(long minorUnits) {
    int digits = digits(LIRA) - digits(currency);
    return BigDecimal.valueOf(minorUnits)
        .multiply(buying)
        .scaleByPowerOfTen(digits)
        .divide(BigDecimal.valueOf(unit), 0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /// Buying price of one unit, for comparison only.
  BigDecimal perUnit() {
    return buying.divide(BigDecimal.valueOf(unit), 12, RoundingMode.HALF_UP);
  }

  private static int digits(String code) {
    return Currency.getInstance(code).getDefaultFractionDigits();
  }
}
