package io.openvpos.merchant.ledger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Partitions that this instance has just taken over. Their heads may hold entries that the
/// instance before appended and did not release; no record will remind of them, so they are
/// released first.
public final class TakenPartitions {

  private final EntryRelease release;
  private final Set<Integer> open = ConcurrentHashMap.newKeySet();

  public TakenPartitions(EntryRelease release) {
    this.release = release;
  }

  public void taken(int partition) {
    open.add(partition);
  }

  /// Releases what is still to be; called before records are handled, and by a timer where none
  /// come.
  public synchronized void release() {
    for (int partition : Set.copyOf(open)) {
      open.remove(partition);
      boolean released = false;
      try {
        release.releasePartition(partition);
        released = true;
      } finally {
        if (!released) {
          open.add(partition);
        }
      }
    }
  }
}
