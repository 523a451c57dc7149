package io.openvpos.settlement.batch.domain;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/// What the ledger said besides lines: days that ended, and closes and payouts that it has posted.
public interface MarkStore {

  /// A mark that came before must have said the same.
  void record(LedgerMark mark);

  /// Those of `ids` that are recorded.
  List<LedgerMark> find(Collection<String> ids);

  /// The fact with this event id is a journal entry now.
  void recordPosted(String eventId, String entryId);

  /// Those of `eventIds` that are journal entries.
  Set<String> posted(Collection<String> eventIds);
}
