package io.openvpos.merchant.statement.domain;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/// Business days, both ends in it.
public record Period(LocalDate from, LocalDate to) {

  /// A year, also a leap one.
  public static final int MAX_DAYS = 366;

  public Period {
    if (to.isBefore(from) || days(from, to) > MAX_DAYS) {
      throw new IllegalArgumentException("a period has 1 to " + MAX_DAYS + " days");
    }
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(from) && !day.isAfter(to);
  }

  /// How many days there are, both ends counted.
  public static long days(LocalDate from, LocalDate to) {
    return ChronoUnit.DAYS.between(from, to) + 1;
  }
}
