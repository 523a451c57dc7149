package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/// The entries of heads as one reads on through them: everything that a head had appended when it
/// was read, so its entries and its balances tell the same. An appended entry is pending in the
/// head or stored; those of one append are stored in no order, and pulled when all of them are. So
/// a head is read before its stored entries, and what it holds pending counts as well.
public final class HeadEntries {

  private final HeadReading heads;
  private final EntryReading entries;

  public HeadEntries(HeadReading heads, EntryReading entries) {
    this.heads = heads;
    this.entries = entries;
  }

  /// Of each head its first entries after the sequence number, at most `limit`, in its order.
  ///
  /// @param day only entries posted under it
  public List<JournalEntry> after(
      Collection<HeadKey> keys, Optional<LocalDate> day, long afterSeq, int limit) {
    List<JournalEntry> found = new ArrayList<>();
    for (Head head : heads.existing(keys)) {
      found.addAll(
          day.isPresent() ? ofDay(head, day.get(), afterSeq, limit) : whole(head, afterSeq, limit));
    }
    return found;
  }

  private List<JournalEntry> ofDay(Head head, LocalDate day, long afterSeq, int limit) {
    List<JournalEntry> stored = entries.pageOfDay(head.key(), day, afterSeq, limit);
    return known(head, stored, afterSeq).stream()
        .filter(entry -> entry.draft().salesDay().equals(day))
        .limit(limit)
        .toList();
  }

  /// Ends before the first number that is missing, if any is: who reads on after the last one must
  /// not have passed an entry that comes later.
  private List<JournalEntry> whole(Head head, long afterSeq, int limit) {
    List<JournalEntry> gapless = new ArrayList<>();
    for (JournalEntry entry : known(head, entries.page(head.key(), afterSeq, limit), afterSeq)) {
      if (gapless.size() == limit || entry.seq() != afterSeq + gapless.size() + 1) {
        return gapless;
      }
      gapless.add(entry);
    }
    return gapless;
  }

  /// What was appended after the head was read may be stored in part; it is left to the next look.
  private static Collection<JournalEntry> known(
      Head head, List<JournalEntry> stored, long afterSeq) {
    TreeMap<Long, JournalEntry> bySeq = new TreeMap<>();
    head.pending().forEach(entry -> bySeq.put(entry.seq(), entry));
    stored.forEach(entry -> bySeq.put(entry.seq(), entry));
    return afterSeq >= head.seq()
        ? List.of()
        : bySeq.subMap(afterSeq, false, head.seq(), true).values();
  }
}
