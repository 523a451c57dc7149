package io.openvpos.settlement.batch.domain;

import io.openvpos.settlement.calendar.BankCalendar;
import java.time.LocalDate;

/// When the money of a line becomes payable.
///
/// @param earliest the earliest value date of the batch's captures, or the first bank day after its
///   day if it has none; refunds, chargebacks and adjustments take it
public record ValueDates(BankCalendar calendar, LocalDate earliest) {

  /// N calendar days after the day posted under, moved to the next bank day; never before the first
  /// bank day after that day.
  public static LocalDate own(BankCalendar calendar, LocalDate salesDay, int valueDays) {
    LocalDate byContract = calendar.onOrAfter(salesDay.plusDays(valueDays));
    LocalDate floor = calendar.firstAfter(salesDay);
    return byContract.isBefore(floor) ? floor : byContract;
  }

  public LocalDate of(Line line) {
    return line.type().hasOwnValueDate()
        ? own(calendar, line.salesDay(), line.detail().valueDays())
        : earliest;
  }
}
