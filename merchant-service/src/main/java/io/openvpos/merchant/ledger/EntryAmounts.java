package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.EntryType;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Posting;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/// As much of an entry as balances are made of.
public record EntryAmounts(
    long seq, LocalDate salesDay, Instant at, EntryType type, List<Posting> postings) {

  public EntryAmounts {
    postings = List.copyOf(postings);
  }

  static EntryAmounts of(JournalEntry entry) {
    return new EntryAmounts(
        entry.seq(),
        entry.draft().salesDay(),
        entry.draft().at(),
        entry.draft().type(),
        entry.draft().postings());
  }
}
