package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Balances;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The stored entries as people and clients read them. Those of one append are stored in no order:
/// a number may be missing while later ones are there, see [HeadEntries].
public interface EntryReading {

  /// At most `limit` entries of the head after the sequence number, in its order.
  List<JournalEntry> page(HeadKey head, long afterSeq, int limit);

  /// The same, of one business day only.
  List<JournalEntry> pageOfDay(HeadKey head, LocalDate day, long afterSeq, int limit);

  /// The stored entries from one sequence number through another, in their order, in one reading.
  Iterator<JournalEntry> between(HeadKey head, long firstSeq, long lastSeq);

  /// Every stored entry of the head, in no order; with a day only those posted under it or a later
  /// one.
  void scan(HeadKey head, Optional<LocalDate> from, Consumer<EntryAmounts> each);

  /// Every head's balances from the entries of the business days up to and with the given one.
  Map<HeadKey, Balances> balancesThrough(LocalDate day);
}
