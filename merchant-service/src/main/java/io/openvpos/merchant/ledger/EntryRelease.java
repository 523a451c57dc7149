package io.openvpos.merchant.ledger;

import io.openvpos.merchant.ledger.domain.journal.Head;
import io.openvpos.merchant.ledger.domain.journal.JournalEntry;
import java.util.Collection;
import java.util.List;

/// Brings pending entries out of their heads: stored, then told, then pulled, in this order. A
/// crash between leaves them pending, and the next release repeats what was done, unchanged.
public final class EntryRelease {

  private final Heads heads;
  private final Entries entries;
  private final EntryFeed feed;

  public EntryRelease(Heads heads, Entries entries, EntryFeed feed) {
    this.heads = heads;
    this.entries = entries;
    this.feed = feed;
  }

  public void release(Collection<Head> holders) {
    List<JournalEntry> pending = holders.stream().flatMap(head -> head.pending().stream()).toList();
    if (pending.isEmpty()) {
      return;
    }
    entries.insert(pending);
    feed.publish(pending);
    heads.released(holders);
  }

  /// Everything pending that was caused in the partition, whoever left it.
  public void releasePartition(int partition) {
    release(heads.withPending(partition));
  }
}
