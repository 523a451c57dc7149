package io.openvpos.page;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/// An amount as people type it: `12,50`, `12.50`, `1.234,56`. What could be read in two ways is not
/// read: the thousands mark is the language's own, and decimals are one or two digits.
public final class TypedAmount {

  private static final int MAX_LENGTH = 20;
  private static final Pattern TURKISH =
      Pattern.compile("([0-9]+|[0-9]{1,3}(?:\\.[0-9]{3})+)(?:[,]([0-9]{1,2})|\\.([0-9]{1,2}))?");
  private static final Pattern ENGLISH =
      Pattern.compile("([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:[.]([0-9]{1,2})|,([0-9]{1,2}))?");

  private TypedAmount() {}

  /// In minor units; empty if it is not an amount of the currency.
  public static OptionalLong minorUnits(String typed, String currency, Locale language) {
    String text = typed.strip();
    var found = (language.getLanguage().equals("tr") ? TURKISH : ENGLISH).matcher(text);
    if (text.length() > MAX_LENGTH || !found.matches()) {
      return OptionalLong.empty();
    }
    String whole = found.group(1).replaceAll("[.,]", "");
    boolean grouped = whole.length() < found.group(1).length();
    String fraction = found.group(2) == null ? found.group(3) : found.group(2);
    if (grouped && found.group(3) != null) {
      return OptionalLong.empty();
    }
    BigDecimal value = new BigDecimal(whole + "." + (fraction == null ? "0" : fraction));
    try {
      int digits = Currency.getInstance(currency).getDefaultFractionDigits();
      return OptionalLong.of(value.movePointRight(digits).longValueExact());
    } catch (ArithmeticException tooFineOrTooLarge) {
      return OptionalLong.empty();
    }
  }
}
