package io.openvpos.messaging.limits;

import java.util.concurrent.Semaphore;
import java.util.function.IntSupplier;

/// The places of requests in execution: reads and writes have their own, so that neither takes the
/// other's. Whoever finds none is refused at once; there is no queue.
final class InFlight {

  private final Semaphore reads;
  private final Semaphore writes;
  private final IntSupplier running;
  private final int most;

  /// @param running methods that run, also for clients that are gone
  InFlight(int reads, int writes, IntSupplier running) {
    this.reads = new Semaphore(reads);
    this.writes = new Semaphore(writes);
    this.running = running;
    most = reads + writes;
  }

  /// False: there is no place. Each true needs one [#leave].
  boolean enter(boolean read) {
    return running.getAsInt() < most && places(read).tryAcquire();
  }

  void leave(boolean read) {
    places(read).release();
  }

  private Semaphore places(boolean read) {
    return read ? reads : writes;
  }
}
