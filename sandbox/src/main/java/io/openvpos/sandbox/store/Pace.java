package io.openvpos.sandbox.store;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Has the thread that writes pages work a third of the time, so that commands find a processor
/// free; all of the time once somebody waits for the pages.
final class Pace {

  private static final long WORK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);
  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final int REST_PER_WORK = 2;

  private volatile boolean hurried = true;

  // Of the one thread that writes pages.
  private long restedAt = System.nanoTime();

  /// To be called by the thread that writes, page by page.
  void pageWritten() {
    long worked = System.nanoTime() - restedAt;
    if (!hurried && worked > WORK_NANOS) {
      LockSupport.parkNanos(Math.min(REST_PER_WORK * worked, LONGEST_REST_NANOS));
      restedAt = System.nanoTime();
    }
  }

  void hurry() {
    hurried = true;
  }

  void takeTime() {
    hurried = false;
  }
}
