package io.openvpos.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/// Which dates are bank days: neither weekend nor holiday. A day with a holiday in its afternoon is
/// still a bank day for value dates. Everything outside the dates the table covers is refused: a
/// guessed value date is worse than a day that waits for its table.
///
/// @param version names the table, or the tables joined by `+`; frozen in every batch
/// @param from the first date covered
/// @param to the last date covered
/// @param closures what is closed on a date
public record BankCalendar(
    String version, LocalDate from, LocalDate to, Map<LocalDate, Closure> closures) {

  /// The twelfth instalment's month, and the closures that it may end in.
  private static final int REACH_DAYS = 400;

  /// How much of a holiday's date is closed.
  public enum Closure {
    FULL,
    AFTERNOON;

    Closure longer(Closure other) {
      return this == FULL ? this : other;
    }
  }

  public BankCalendar {
    closures = Map.copyOf(closures);
  }

  /// The days on which both are open: a payment needs the bank that sends it and the system that
  /// carries it. Covers what both cover.
  public BankCalendar and(BankCalendar other) {
    Map<LocalDate, Closure> both = new HashMap<>(closures);
    other.closures.forEach((date, closure) -> both.merge(date, closure, Closure::longer));
    return new BankCalendar(
        version + BankCalendars.AND + other.version,
        from.isAfter(other.from) ? from : other.from,
        to.isBefore(other.to) ? to : other.to,
        both);
  }

  /// The last business day whose every value date is covered, whatever the contracts say.
  public LocalDate lastBusinessDay() {
    return to.minusDays(REACH_DAYS);
  }

  public boolean isBankDay(LocalDate date) {
    if (date.isBefore(from) || date.isAfter(to)) {
      throw new IllegalStateException("bank calendar " + version + " does not cover " + date);
    }
    DayOfWeek weekday = date.getDayOfWeek();
    return weekday != DayOfWeek.SATURDAY
        && weekday != DayOfWeek.SUNDAY
        && closures.get(date) != Closure.FULL;
  }

  /// The date itself if it is a bank day, else the next one.
  public LocalDate onOrAfter(LocalDate date) {
    LocalDate candidate = date;
    while (!isBankDay(candidate)) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  public LocalDate firstAfter(LocalDate date) {
    return onOrAfter(date.plusDays(1));
  }
}
