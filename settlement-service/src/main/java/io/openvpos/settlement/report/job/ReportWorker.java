package io.openvpos.settlement.report.job;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Asks again and again for days to report and jobs to run, on one thread, which no close waits
/// for.
public final class ReportWorker implements SmartLifecycle {

  private static final Logger LOGGER = LoggerFactory.getLogger(ReportWorker.class);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

  private final JobDesk desk;
  private final JobRunner runner;
  private final AfterJobs afterJobs;
  private final Duration every;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("reports").daemon().factory());
  private volatile boolean running;

  public ReportWorker(JobDesk desk, JobRunner runner, AfterJobs afterJobs, Duration every) {
    this.desk = desk;
    this.runner = runner;
    this.afterJobs = afterJobs;
    this.every = every;
  }

  @Override
  public void start() {
    running = true;
    again(Duration.ZERO);
  }

  /// What runs is interrupted: the next start goes on behind the last file set that was kept.
  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        LOGGER.warn("a report job did not stop in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  private void look() {
    try {
      desk.orderClosedDays();
      boolean ran = runner.step();
      afterJobs.run();
      again(ran ? Duration.ZERO : every);
    } catch (RuntimeException e) {
      if (running) {
        LOGGER.warn("report jobs: again in {}", AFTER_FAILURE, e);
      }
      again(AFTER_FAILURE);
    }
  }

  private void again(Duration after) {
    try {
      var _ = timer.schedule(this::look, after.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The worker has been stopped.
    }
  }
}
