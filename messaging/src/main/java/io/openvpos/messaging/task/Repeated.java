package io.openvpos.messaging.task;

import java.time.Duration;

/// Work that is done again and again on a thread of its own. A run that fails is told in the log,
/// and the next one does its work too.
public final class Repeated implements AutoCloseable {

  private final Duration pause;
  private final Runnable work;
  private final Tasks.Worker worker;

  /// @param pause before the first run and after each
  public Repeated(String name, Duration pause, Runnable work, Tasks tasks) {
    this.pause = pause;
    this.work = work;
    worker = tasks.worker(name);
  }

  public void start() {
    worker.every(pause, pause, work);
  }

  @Override
  public void close() {
    worker.close();
  }
}
