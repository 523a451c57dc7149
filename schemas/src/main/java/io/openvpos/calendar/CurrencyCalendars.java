package io.openvpos.calendar;

import java.time.LocalDate;
import java.util.Map;

/// The bank days of each currency.
///
/// @param home of the bank itself: of its own currency, and of each that is not in `others`
/// @param others by currency, the days on which the bank and the currency's system are open
public record CurrencyCalendars(BankCalendar home, Map<String, BankCalendar> others) {

  public CurrencyCalendars {
    others = Map.copyOf(others);
  }

  public BankCalendar of(String currency) {
    BankCalendar own = others.get(currency);
    return own == null ? home : own;
  }

  /// The last business day that every currency's value dates are covered for.
  public LocalDate lastBusinessDay() {
    return others.values().stream()
        .map(BankCalendar::lastBusinessDay)
        .reduce(home.lastBusinessDay(), (one, other) -> one.isBefore(other) ? one : other);
  }
}
