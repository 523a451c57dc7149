package io.openvpos.merchant.statement.pdf;

import io.openvpos.messaging.http.Languages;
import io.openvpos.money.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/// Amounts and days as people write them. By hand: what a Java platform knows of locales changes
/// with its version, and the same statement must stay the same bytes.
final class Figures {

  private static final int GROUP = 3;
  private static final DateTimeFormatter TURKISH =
      DateTimeFormatter.ofPattern("dd.MM.uuuu", Locale.ROOT);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("dd/MM/uuuu", Locale.ROOT);

  private final boolean turkish;
  private final Currency currency;

  Figures(Locale language, Currency currency) {
    this.turkish = language.equals(Languages.TURKISH);
    this.currency = currency;
  }

  String day(LocalDate day) {
    return (turkish ? TURKISH : ENGLISH).format(day);
  }

  /// `−1.234,50` in Turkish, `−1,234.50` in English.
  String amount(long minorUnits) {
    String plain = new Money(minorUnits, currency).toDecimal();
    boolean negative = plain.startsWith("-");
    String digits = negative ? plain.substring(1) : plain;
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    String fraction = point < 0 ? "" : (turkish ? "," : ".") + digits.substring(point + 1);
    StringBuilder grouped = new StringBuilder(whole);
    for (int at = whole.length() - GROUP; at > 0; at -= GROUP) {
      grouped.insert(at, turkish ? '.' : ',');
    }
    return (negative ? "−" : "") + grouped + fraction;
  }

  /// Nothing where nothing moved, so that the eye finds what did.
  String amountOrBlank(long minorUnits) {
    return minorUnits == 0 ? "" : amount(minorUnits);
  }
}
