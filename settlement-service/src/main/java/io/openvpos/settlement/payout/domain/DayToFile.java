package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.businessday.domain.Debtor;
import java.time.Instant;
import java.time.LocalDate;

/// A closed day as its files are made from it.
///
/// @param debtor frozen with the day's close; the settings of today are not asked
public record DayToFile(LocalDate day, Instant cutOffAt, Debtor debtor) {}
