package io.openvpos.settlement.businessday.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/// When business days end by themselves: at `cutOffTime` of the following calendar date in the
/// platform's zone. Midnight by default.
public record DaySchedule(ZoneId zone, LocalTime cutOffTime) {

  /// The first instant that no longer belongs to the day.
  public Instant cutOffOf(LocalDate day) {
    return day.plusDays(1).atTime(cutOffTime).atZone(zone).toInstant();
  }

  /// The day that an instant falls into where every day ends as scheduled.
  public LocalDate dayAt(Instant now) {
    LocalDate date = now.atZone(zone).toLocalDate();
    return now.isBefore(cutOffOf(date.minusDays(1))) ? date.minusDays(1) : date;
  }
}
