package io.openvpos.sandbox.store;

import org.h2.mvstore.MVStore;

/// Gives file space back in small steps, by moving the pages in use out of places that hold few of
/// them: in idle moments, and under load only once the file has grown large. Without it the file
/// grows by gigabytes in minutes. What was moved is in the file with the next checkpoint.
final class Compaction {

  private static final int TARGET_FILL_PERCENT = 60;
  private static final int IDLE_STEP_BYTES = 4 << 20;
  private static final int LOADED_STEP_BYTES = 8 << 20;
  private static final long IDLE_FLOOR_BYTES = 32L << 20;
  private static final long LOADED_FLOOR_BYTES = 768L << 20;

  private final MVStore store;

  Compaction(MVStore store) {
    this.store = store;
  }

  /// Whether pages were moved.
  boolean whenIdle() {
    return store.getFileStore().size() > IDLE_FLOOR_BYTES
        && store.compact(TARGET_FILL_PERCENT, IDLE_STEP_BYTES);
  }

  /// Whether pages were moved.
  boolean underLoad() {
    return store.getFileStore().size() > LOADED_FLOOR_BYTES
        && store.compact(TARGET_FILL_PERCENT, LOADED_STEP_BYTES);
  }
}
