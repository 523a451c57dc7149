package io.openvpos.settlement.explain;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.ValueDates;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How the value date of a line came about.
///
/// @param wanted by the contract, before the calendar is asked; null for a line that takes the
///   earliest value date of its batch
/// @param valueDate as settled; of a line due in parts, of the first
/// @param passedOver the dates between that are no bank days
public record ValueDateSteps(
    @Nullable LocalDate wanted, LocalDate valueDate, List<PassedOver> passedOver) {

  /// A date that is no bank day.
  ///
  /// @param reason `weekend` or `holiday`
  public record PassedOver(LocalDate date, String reason) {}

  public ValueDateSteps {
    passedOver = List.copyOf(passedOver);
  }

  /// Whether a close that pays on that day takes it.
  boolean isDueOn(LocalDate paymentDay) {
    return !valueDate.isAfter(paymentDay);
  }

  static ValueDateSteps of(Line line, BankCalendar calendar, LocalDate earliest) {
    LocalDate valueDate = new ValueDates(calendar, earliest).of(line);
    if (!line.type().hasOwnValueDate()) {
      return new ValueDateSteps(null, valueDate, List.of());
    }
    LocalDate wanted =
        line.detail().parts() == 1
            ? line.salesDay().plusDays(line.detail().valueDays())
            : line.salesDay().plusMonths(1);
    List<PassedOver> passed = new ArrayList<>();
    for (LocalDate date = wanted; date.isBefore(valueDate); date = date.plusDays(1)) {
      if (!calendar.isBankDay(date)) {
        passed.add(new PassedOver(date, isWeekend(date) ? "weekend" : "holiday"));
      }
    }
    return new ValueDateSteps(wanted, valueDate, passed);
  }

  private static boolean isWeekend(LocalDate date) {
    return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
  }
}
