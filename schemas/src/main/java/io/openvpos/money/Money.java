package io.openvpos.money;

import java.math.BigDecimal;
import java.util.Currency;

/// An exact amount of money in the minor unit of its currency (ISO 4217 exponent): 12990 TRY is
/// 129.90. Signed. Arithmetic overflows into an [ArithmeticException] and never mixes currencies.
public record Money(long minorUnits, Currency currency) implements Comparable<Money> {

  /// `currency` is an ISO 4217 alphabetic code; anything else is an [IllegalArgumentException].
  public static Money of(long minorUnits, String currency) {
    return new Money(minorUnits, Currency.getInstance(currency));
  }

  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(minorUnits, sameCurrency(other)), currency);
  }

  public Money minus(Money other) {
    return new Money(Math.subtractExact(minorUnits, sameCurrency(other)), currency);
  }

  public Money negated() {
    return new Money(Math.negateExact(minorUnits), currency);
  }

  public boolean isZero() {
    return minorUnits == 0;
  }

  public boolean isPositive() {
    return minorUnits > 0;
  }

  public boolean isNegative() {
    return minorUnits < 0;
  }

  /// The amount in major units with the currency's own number of decimals: `129.90`.
  public String toDecimal() {
    return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits()).toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(minorUnits, sameCurrency(other));
  }

  @Override
  public String toString() {
    return toDecimal() + " " + currency.getCurrencyCode();
  }

  private long sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("currencies differ: " + currency + ", " + other.currency);
    }
    return other.minorUnits;
  }
}
