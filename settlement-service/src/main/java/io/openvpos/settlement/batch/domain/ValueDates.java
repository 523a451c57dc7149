package io.openvpos.settlement.batch.domain;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.DueDates;
import java.time.LocalDate;

/// When the money of a line becomes payable.
///
/// @param earliest the earliest value date of the batch's captures, or the first bank day after its
///   day if it has none; refunds, chargebacks and adjustments take it
public record ValueDates(BankCalendar calendar, LocalDate earliest) {

  /// Of a line that is due in parts, the date of the first.
  public LocalDate of(Line line) {
    if (!line.type().hasOwnValueDate()) {
      return earliest;
    }
    return line.detail().parts() == 1
        ? DueDates.after(calendar, line.salesDay(), line.detail().valueDays())
        : DueDates.ofPart(calendar, line.salesDay(), 1);
  }
}
