package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import java.util.Optional;

/// One stored entry by its id, `head|event id`.
public interface EntryLookup {

  Optional<JournalEntry> find(String entryId);
}
