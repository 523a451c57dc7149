package io.openvpos.fraud.cases;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes good what a crash left behind, as long as the service runs.
final class CaseSweep implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(CaseSweep.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Conclusions conclusions;
  private final Tasks.Worker worker;

  CaseSweep(Conclusions conclusions, Tasks tasks) {
    this.conclusions = conclusions;
    worker = tasks.worker("fraud-cases");
    worker.every(PAUSE, PAUSE, this::sweep);
  }

  private void sweep() {
    try {
      conclusions.sweep();
    } catch (RuntimeException e) {
      LOGGER.warn("conclusions wait to be carried out", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
