package io.openvpos.fraud.history;

import io.openvpos.money.Money;
import java.util.Map;
import java.util.TreeMap;

/// Amounts of all currencies on one scale, so that they can be added up. Fixed orders of magnitude
/// and not rates of the day: a rate that changes would make equal logs give different sums. For
/// features only, never for money.
public final class HomeCurrency {

  private static final String CODE = "TRY";
  private static final Map<String, Integer> SCALE = Map.of("USD", 40, "EUR", 45, "GBP", 55);

  private HomeCurrency() {}

  static String described() {
    return new TreeMap<>(SCALE).toString();
  }

  /// Minor units at home; a currency without a scale counts one to one. Throws
  /// [IllegalArgumentException] where 64 bits do not hold them.
  public static long minorUnits(Money amount) {
    int scale = SCALE.getOrDefault(amount.currency().getCurrencyCode(), 1);
    if (Math.multiplyHigh(amount.minorUnits(), scale) != (amount.minorUnits() * scale) >> 63) {
      throw new IllegalArgumentException("an amount that nobody pays: " + amount);
    }
    return amount.minorUnits() * scale;
  }

  public static boolean isForeign(Money amount) {
    return !CODE.equals(amount.currency().getCurrencyCode());
  }
}
