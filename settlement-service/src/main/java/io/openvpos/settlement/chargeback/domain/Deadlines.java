package io.openvpos.settlement.chargeback.domain;

import io.openvpos.calendar.BankCalendar;
import java.time.LocalDate;
import java.util.Map;

/// Until when a chargeback can be answered: calendar days of its scheme after the clearing day, and
/// if that is no bank day the one before it, as the network does not wait.
///
/// @param days by scheme
/// @param otherwise for a scheme that is not named
public record Deadlines(Map<String, Integer> days, int otherwise) {

  public Deadlines {
    days = Map.copyOf(days);
  }

  public LocalDate respondBy(String scheme, LocalDate clearedOn, BankCalendar calendar) {
    LocalDate last = clearedOn.plusDays(days.getOrDefault(scheme, otherwise));
    while (last.isAfter(clearedOn) && !calendar.isBankDay(last)) {
      last = last.minusDays(1);
    }
    return last;
  }
}
