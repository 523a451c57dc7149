package io.openvpos.settlement.fakes;

import io.openvpos.calendar.CalendarVersions;
import io.openvpos.settlement.businessday.domain.ClosePolicy;
import io.openvpos.settlement.businessday.domain.DaySchedule;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.businessday.domain.Debtor;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/// What days are closed by, and by whom they are paid.
public final class Terms {

  public static final Debtor DEBTOR =
      new Debtor("Açık VPOS Ödeme A.Ş.", "TR330006100519786457841326", "OVPSTRISXXX");

  public static final CalendarVersions CALENDARS =
      new CalendarVersions("tr-1", Map.of("EUR", "target-1", "GBP", "chaps-1", "USD", "fedwire-1"));

  public static final DayTerms TERMS = new DayTerms(CALENDARS, DEBTOR);

  /// Settings of another instance, or of this one after somebody changed them: 27 November and 1
  /// December 2026 are no bank days, and another account pays.
  public static final DayTerms OTHER =
      new DayTerms(
          CalendarVersions.only("tr-other"),
          new Debtor("New Name", "TR320010009999901234567890", "NEWNTRIS"));

  private Terms() {}

  /// Days end at midnight.
  public static ClosePolicy policy(boolean early, DayTerms terms) {
    return new ClosePolicy(
        new DaySchedule(ZoneId.of("Europe/Istanbul"), LocalTime.MIDNIGHT),
        early,
        terms,
        LocalDate.MAX);
  }
}
