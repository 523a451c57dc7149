package io.openvpos.settlement.payout.domain;

import io.openvpos.calendar.CurrencyCalendars;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/// On which day a close pays each currency: the first after the closed day on which the bank and
/// the system that carries the currency are both open.
///
/// @param earliest of the bank itself: no currency is paid before it
/// @param others by currency, where that has a system of its own
public record PaymentDays(LocalDate earliest, Map<String, LocalDate> others) {

  public PaymentDays {
    others = Map.copyOf(others);
  }

  public static PaymentDays after(LocalDate day, CurrencyCalendars calendars) {
    Map<String, LocalDate> others = new TreeMap<>();
    calendars.others().forEach((currency, open) -> others.put(currency, open.firstAfter(day)));
    return new PaymentDays(calendars.home().firstAfter(day), others);
  }

  /// Of money that is paid in the currency, whatever was sold.
  public LocalDate of(String currency) {
    LocalDate own = others.get(currency);
    return own == null ? earliest : own;
  }
}
