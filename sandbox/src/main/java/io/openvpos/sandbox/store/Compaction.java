package io.openvpos.sandbox.store;

import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;

/// Gives file space back in small steps: in idle moments, and under load only once the file has
/// grown far beyond what the last step left. Without it the file grows by gigabytes in minutes.
final class Compaction {

  private static final int TARGET_FILL_PERCENT = 60;
  private static final int IDLE_STEP_BYTES = 4 << 20;
  private static final int LOADED_STEP_BYTES = 1 << 20;
  private static final long IDLE_FLOOR_BYTES = 32L << 20;
  private static final long LOADED_FLOOR_BYTES = 768L << 20;
  private static final long LOADED_PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final MVStore store;
  private long lastStepNanos = System.nanoTime();

  Compaction(MVStore store) {
    this.store = store;
  }

  void whenIdle() {
    if (store.getFileStore().size() > IDLE_FLOOR_BYTES) {
      store.compact(TARGET_FILL_PERCENT, IDLE_STEP_BYTES);
    }
  }

  void underLoad() {
    if (store.getFileStore().size() > LOADED_FLOOR_BYTES
        && System.nanoTime() - lastStepNanos > LOADED_PAUSE_NANOS) {
      store.compact(TARGET_FILL_PERCENT, LOADED_STEP_BYTES);
      lastStepNanos = System.nanoTime();
    }
  }
}
