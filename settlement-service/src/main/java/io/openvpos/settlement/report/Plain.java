package io.openvpos.settlement.report;

import io.openvpos.settlement.report.domain.Cell;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneRules;
import java.util.Currency;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Writes numbers and dates digit by digit: a report has millions of them, and no formatter of the
/// platform may change one with its next version.
public final class Plain {

  private static final ZoneRules ISTANBUL = ZoneId.of("Europe/Istanbul").getRules();

  private static final Map<String, Integer> DIGITS = new ConcurrentHashMap<>();

  private Plain() {}

  /// An amount in major units with its currency's decimals.
  public static void amount(StringBuilder text, Cell.Amount amount, char decimal) {
    amount(text, amount.minorUnits(), amount.currency(), decimal);
  }

  /// The same of minor units.
  public static void amount(StringBuilder text, long minor, String currency, char decimal) {
    int digits = digits(currency);
    int start = text.length();
    text.append(minor);
    if (digits == 0) {
      return;
    }
    int first = minor < 0 ? start + 1 : start;
    while (text.length() - first <= digits) {
      text.insert(first, '0');
    }
    text.insert(text.length() - digits, decimal);
  }

  /// How many decimals the currency has.
  public static int digits(String currency) {
    return DIGITS.computeIfAbsent(
        currency, code -> Math.max(0, Currency.getInstance(code).getDefaultFractionDigits()));
  }

  /// `2026-11-24`.
  public static void isoDay(StringBuilder text, LocalDate day) {
    padded(text, day.getYear(), 4);
    text.append('-');
    padded(text, day.getMonthValue(), 2);
    text.append('-');
    padded(text, day.getDayOfMonth(), 2);
  }

  /// `24.11.2026`.
  public static void turkishDay(StringBuilder text, LocalDate day) {
    padded(text, day.getDayOfMonth(), 2);
    text.append('.');
    padded(text, day.getMonthValue(), 2);
    text.append('.');
    padded(text, day.getYear(), 4);
  }

  /// `23:59:59`.
  public static void time(StringBuilder text, LocalDateTime at) {
    padded(text, at.getHour(), 2);
    text.append(':');
    padded(text, at.getMinute(), 2);
    text.append(':');
    padded(text, at.getSecond(), 2);
  }

  /// `2026-11-24T23:59:59.250`, to which an offset is to be added.
  public static void isoMoment(StringBuilder text, LocalDateTime at) {
    isoDay(text, at.toLocalDate());
    text.append('T');
    time(text, at);
    text.append('.');
    padded(text, at.get(ChronoField.MILLI_OF_SECOND), 3);
  }

  /// As clocks in Turkey showed it.
  public static LocalDateTime local(Instant at) {
    return LocalDateTime.ofEpochSecond(at.getEpochSecond(), at.getNano(), offset(at));
  }

  public static ZoneOffset offset(Instant at) {
    return ISTANBUL.getOffset(at);
  }

  private static void padded(StringBuilder text, int value, int width) {
    int least = 1;
    for (int digits = 1; digits < width; digits++) {
      least *= 10;
    }
    for (int bound = least; bound > 1 && value < bound; bound /= 10) {
      text.append('0');
    }
    text.append(value);
  }
}
