package io.openvpos.merchant.ledger.domain.journal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sequencer of one merchant, mode and currency. It gives each entry its number and hash and
/// moves the balances; all of that is one compare-and-set on the version. Entries stay in `pending`
/// until they are stored and published, so an applied event is at every instant in `pending` or in
/// the entries.
///
/// | action | next |
/// |---|---|
/// | append new events | version + 1, seq + n, balances moved, entries in pending |
/// | append only events already done | unchanged, nothing to write |
/// | entries stored and published | the same without them in pending; version unchanged |
///
/// @param version of the stored document; 0 if none is stored yet
/// @param seq the number of entries ever appended
/// @param paidOut confirmed less returned payouts; bank_account also takes the scheme's money
/// @param pending entries not known to be stored and published, oldest first
public record Head(
    HeadKey key,
    long version,
    long seq,
    Balances balances,
    long paidOut,
    String lastHash,
    List<JournalEntry> pending) {

  /// A head after an append, and the entries that it added; none if every event was done already.
  public record Appended(Head head, List<JournalEntry> added) {}

  public Head {
    pending = List.copyOf(pending);
    Invariant.check(balances.sum() == 0, "a head sums to zero: " + key);
    Invariant.check(
        pending.isEmpty() || pending.getLast().seq() <= seq, "pending is part of the head: " + key);
  }

  public static Head empty(HeadKey key) {
    return new Head(key, 0, 0, Balances.ZERO, 0, HashChain.GENESIS, List.of());
  }

  /// Appends the drafts whose events are neither in `pending` nor among the stored entries. The
  /// caller must have looked the stored ones up after it read this head; see money-safety on the
  /// order.
  public Appended append(Collection<EntryDraft> drafts, Set<String> storedEventIds) {
    Set<String> done = new HashSet<>(storedEventIds);
    pending.forEach(entry -> done.add(entry.draft().eventId()));
    List<JournalEntry> added = new ArrayList<>();
    Balances moved = balances;
    long paid = paidOut;
    String hash = lastHash;
    for (EntryDraft draft : drafts) {
      Invariant.check(draft.head().equals(key), "an entry belongs to its head: " + draft.id());
      if (done.add(draft.eventId())) {
        JournalEntry entry = JournalEntry.following(draft, seq + added.size() + 1, hash);
        added.add(entry);
        moved = moved.plus(draft.postings());
        paid = Math.addExact(paid, draft.paidOut());
        hash = entry.hash();
      }
    }
    return new Appended(advanced(added, moved, paid, hash), List.copyOf(added));
  }

  private Head advanced(List<JournalEntry> added, Balances moved, long paid, String hash) {
    if (added.isEmpty()) {
      return this;
    }
    List<JournalEntry> waiting = new ArrayList<>(pending);
    waiting.addAll(added);
    return new Head(key, version + 1, seq + added.size(), moved, paid, hash, waiting);
  }
}
