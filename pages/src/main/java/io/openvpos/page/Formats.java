package io.openvpos.page;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;

/// Money, rates and times as a reader of the page's language writes them; times are Istanbul's.
public final class Formats {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");
  private static final Locale TURKISH = Locale.of("tr", "TR");

  private final Locale locale;
  private final boolean turkish;

  public Formats(Locale language) {
    turkish = language.getLanguage().equals("tr");
    locale = turkish ? TURKISH : Locale.UK;
  }

  /// `1.234,56 TL` in Turkish, `1,234.56 TRY` in English.
  ///
  /// @param minorUnits signed
  public String money(long minorUnits, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    String unit = turkish && currency.equals("TRY") ? "TL" : currency;
    return decimal(BigDecimal.valueOf(minorUnits, digits), digits) + "\u00a0" + unit;
  }

  /// As somebody would type it into a form: `1234,56`.
  public String typed(long minorUnits, String currency) {
    int digits = Currency.getInstance(currency).getDefaultFractionDigits();
    String plain = BigDecimal.valueOf(minorUnits, digits).toPlainString();
    return turkish ? plain.replace('.', ',') : plain;
  }

  /// `%1,75` in Turkish, `1.75%` in English.
  public String rate(long basisPoints) {
    String percent = decimal(BigDecimal.valueOf(basisPoints, 2), 2);
    return turkish ? "%" + percent : percent + "%";
  }

  /// A share of a whole, with one decimal; a dash if there is no whole.
  public String share(long part, long whole) {
    if (whole == 0) {
      return "–";
    }
    BigDecimal thousandths = BigDecimal.valueOf((part * 1000 + whole / 2) / whole, 1);
    String percent = decimal(thousandths, 1);
    return turkish ? "%" + percent : percent + "%";
  }

  /// With all its decimals and no mark of thousands, as rates are written: `48,1235`.
  public String exact(BigDecimal value) {
    String plain = value.toPlainString();
    return turkish ? plain.replace('.', ',') : plain;
  }

  public String count(long number) {
    return decimal(BigDecimal.valueOf(number), 0);
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(date);
  }

  public String shortDate(LocalDate date) {
    return DateTimeFormatter.ofPattern("d MMM", locale).format(date);
  }

  public String time(Instant at) {
    return DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", locale).withZone(ISTANBUL).format(at);
  }

  private String decimal(BigDecimal value, int digits) {
    DecimalFormat format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(locale));
    format.setMinimumFractionDigits(digits);
    format.setMaximumFractionDigits(digits);
    return format.format(value);
  }
}
