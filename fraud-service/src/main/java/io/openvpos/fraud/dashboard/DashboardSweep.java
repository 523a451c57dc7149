package io.openvpos.fraud.dashboard;

import io.openvpos.messaging.task.Tasks;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Keeps the counts going, as long as the service runs.
final class DashboardSweep implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(DashboardSweep.class);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final Duration QUALITY_PAUSE = Duration.ofMinutes(10);
  private static final Duration AT_FIRST = Duration.ofSeconds(30);

  private final Tasks.Worker worker;

  DashboardSweep(HourCounter hours, QualityCounter quality, Tasks tasks) {
    worker = tasks.worker("fraud-dashboard");
    worker.every(AT_FIRST, PAUSE, () -> attempt(hours::advance));
    worker.every(AT_FIRST, QUALITY_PAUSE, () -> attempt(quality::count));
  }

  private static void attempt(Runnable counting) {
    try {
      counting.run();
    } catch (RuntimeException e) {
      LOGGER.warn("the dashboard is not up to date", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
