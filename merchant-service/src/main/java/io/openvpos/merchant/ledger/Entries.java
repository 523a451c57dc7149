package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.day.DayTotal;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Source;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// The entries for ever, each inserted once.
public interface Entries {

  /// Which of the events have an entry in the head.
  Set<String> stored(HeadKey head, Collection<String> eventIds);

  /// Inserts what is not there yet; an entry that is there is the same one.
  void insert(List<JournalEntry> entries);

  /// The totals of the entries of the day that the source partition caused, by mode and currency.
  List<DayTotal> totals(Source source, LocalDate day);
}
