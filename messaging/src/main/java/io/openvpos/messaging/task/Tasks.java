package io.openvpos.messaging.task;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;

/// Starts work beside the caller and lets the caller wait. Whoever runs work of its own or blocks
/// across a call of the store, the broker or the network does it through this.
public interface Tasks {

  /// The machine's own threads and time.
  static Tasks system() {
    return new SystemTasks();
  }

  /// Starts work on a thread of its own, which does not keep the process alive.
  Thread start(String name, Runnable work);

  /// A thread that runs what it is given, one after another.
  Worker worker(String name);

  /// Blocks for as long.
  void pause(Duration wait) throws InterruptedException;

  /// Blocks until it is done; how it ended does not matter.
  void await(CompletableFuture<?> done);

  /// A lock that may be held across calls of the store.
  Lock lock();

  /// One thread, its queue and its timer. What its work throws is told in the log. What it is given
  /// after it was closed never runs; nobody is told.
  interface Worker extends AutoCloseable {

    void execute(Runnable work);

    void after(Duration wait, Runnable work);

    /// First after `first`, then each time `pause` after the run before has ended, also where that
    /// has thrown.
    void every(Duration first, Duration pause, Runnable work);

    /// Drops what waits and gives what runs five seconds to end. False if it did not.
    boolean finish();

    /// Drops what waits and interrupts what runs.
    @Override
    void close();
  }
}
