package io.openvpos.authorization.vault;

import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Destroys held codes whose time is over. Our own sweep, because not every store removes by time.
final class HeldCodesSweep implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(HeldCodesSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(20);

  private final HeldCodes codes;
  private final Clock clock;
  private final Tasks.Worker worker;

  HeldCodesSweep(HeldCodes codes, Clock clock, Tasks tasks) {
    this.codes = codes;
    this.clock = clock;
    worker = tasks.worker("held-codes-sweep");
  }

  void start() {
    worker.every(EVERY, EVERY, this::sweep);
  }

  private void sweep() {
    try {
      int destroyed = codes.destroyOverdue(clock.instant());
      if (destroyed > 0) {
        LOGGER.info("{} held codes were past their time", destroyed);
      }
    } catch (RuntimeException e) {
      LOGGER.error("held codes could not be swept; tried again shortly", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
