package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.day.SourceDayTotals;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// Tells the other services what was posted. Both calls return only when the broker has
/// acknowledged everything; whatever is told twice is the same record.
public interface EntryFeed {

  /// Each entry into the partition of its cause.
  void publish(List<JournalEntry> entries);

  /// Every entry of the day that the source caused stands before this in the same partition.
  ///
  /// @param at the marker's own time, so that a repeated one is told in the same bytes
  void dayClosed(LocalDate day, Source source, Instant at, SourceDayTotals totals);
}
