package io.openvpos.settlement.certificate.domain;

import io.openvpos.calendar.CalendarVersions;
import io.openvpos.settlement.businessday.domain.Debtor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/// A day of which everything is back from the ledger.
///
/// @param calendars that its batches froze
/// @param digest of the day, over all its batches
/// @param closing the event ids of its batch closes, payouts and reserve movements
public record DayToCertify(
    LocalDate day,
    Instant cutOffAt,
    CalendarVersions calendars,
    Debtor debtor,
    String digest,
    Set<String> closing) {

  public DayToCertify {
    closing = Set.copyOf(closing);
  }
}
