package io.openvpos.settlement.payout.domain;

import java.time.Instant;
import java.time.LocalDate;

/// A closing day as every payables head takes it in.
///
/// @param paymentDay the first bank day after it by the calendar, never by the clock
public record DayToFold(LocalDate day, Instant cutOffAt, LocalDate paymentDay) {}
