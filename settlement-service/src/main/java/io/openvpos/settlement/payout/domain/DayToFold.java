package io.openvpos.settlement.payout.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/// A closing day as every payables head takes it in.
///
/// @param paymentDays by the calendars, never by the clock
public record DayToFold(LocalDate day, Instant cutOffAt, PaymentDays paymentDays) {

  /// Where all currencies are paid on one day.
  public DayToFold(LocalDate day, Instant cutOffAt, LocalDate paymentDay) {
    this(day, cutOffAt, new PaymentDays(paymentDay, Map.of()));
  }
}
