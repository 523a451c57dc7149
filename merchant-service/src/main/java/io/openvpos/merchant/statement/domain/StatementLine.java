package io.openvpos.merchant.statement.domain;

import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import io.openvpos.merchant.ledger.domain.journal.Standing;

/// One entry and how everything stood after it.
public record StatementLine(JournalEntry entry, Amounts amounts, Standing after) {

  public static StatementLine following(Standing before, JournalEntry entry) {
    return new StatementLine(
        entry,
        Amounts.of(entry.draft().postings()),
        before.plus(entry.draft().type(), entry.draft().postings()));
  }
}
