package io.openvpos.messaging.task;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Work that is done again and again on a thread of its own. A run that fails is told in the log,
/// and the next one does its work too.
public final class Repeated implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(Repeated.class);

  private final String name;
  private final Duration pause;
  private final Runnable work;
  private final Tasks.Worker worker;

  /// @param pause before the first run and after each
  public Repeated(String name, Duration pause, Runnable work, Tasks tasks) {
    this.name = name;
    this.pause = pause;
    this.work = work;
    worker = tasks.worker(name);
  }

  public void start() {
    worker.every(pause, pause, this::run);
  }

  private void run() {
    try {
      work.run();
    } catch (RuntimeException | Error e) {
      // Thrown on, it would end the schedule, and nobody would know.
      LOGGER.warn("{} could not run and is tried again in {}", name, pause, e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
