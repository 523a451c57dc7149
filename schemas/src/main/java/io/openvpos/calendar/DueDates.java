package io.openvpos.calendar;

import java.time.LocalDate;

/// When money becomes payable, and how it is cut where it does so in parts. Settlement pays by it
/// and a quote promises by it, so there is one of it.
public final class DueDates {

  private DueDates() {}

  /// So many calendar days after the business day, moved to the next bank day; never before the
  /// first bank day after that day.
  public static LocalDate after(BankCalendar calendar, LocalDate day, int valueDays) {
    return floored(calendar, day, day.plusDays(valueDays));
  }

  /// The date of one of several parts: as many months after the business day as the part's number,
  /// moved to the next bank day. A month without such a day ends earlier.
  ///
  /// @param number from 1
  public static LocalDate ofPart(BankCalendar calendar, LocalDate day, int number) {
    return floored(calendar, day, day.plusMonths(number));
  }

  /// The amount of one of several parts: the whole over their count without the rest, towards zero;
  /// the last part takes the rest. So the parts sum to the whole, and those of a negative whole are
  /// the negative parts of the positive one.
  ///
  /// @param number from 1 to `parts`
  public static long amountOfPart(long whole, int parts, int number) {
    if (parts < 1 || number < 1 || number > parts) {
      throw new IllegalArgumentException("part " + number + " of " + parts);
    }
    long each = whole / parts;
    return number < parts ? each : whole - each * (parts - 1);
  }

  private static LocalDate floored(BankCalendar calendar, LocalDate day, LocalDate wanted) {
    LocalDate byContract = calendar.onOrAfter(wanted);
    LocalDate floor = calendar.firstAfter(day);
    return byContract.isBefore(floor) ? floor : byContract;
  }
}
