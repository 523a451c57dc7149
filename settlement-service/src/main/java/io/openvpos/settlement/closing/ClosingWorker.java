package io.openvpos.settlement.closing;

import io.openvpos.settlement.payout.HandOver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/// Asks again and again: for the closing day's next step, for files due at the bank, and for events
/// that a dead instance left. Each asks on a thread of its own, so a slow bank holds up no day. A
/// closing that keeps failing takes the service's health down; a bank that does, or that calls a
/// file a duplicate, is only told there.
public final class ClosingWorker implements SmartLifecycle, HealthIndicator {

  private static final Duration SWEEP_EVERY = Duration.ofMinutes(10);

  private final HandOver handOver;
  private final RepeatedTask steps;
  private final RepeatedTask files;
  private final RepeatedTask sweep;
  private final ScheduledExecutorService timer =
      Executors.newScheduledThreadPool(
          3, Thread.ofPlatform().name("closing-", 0).daemon().factory());
  private volatile boolean running;

  /// @param beforeHandOver holds back what must not leave
  /// @param sweeps find and send what any instance left in an outbox
  /// @param every how long after one look the next one is
  public ClosingWorker(
      DayCloser closer,
      Runnable beforeHandOver,
      HandOver handOver,
      List<Runnable> sweeps,
      Duration every) {
    this.handOver = handOver;
    steps = new RepeatedTask("closing step", closer::step, every);
    files =
        new RepeatedTask(
            "hand-over to the bank",
            () -> {
              beforeHandOver.run();
              handOver.run();
            },
            every.multipliedBy(2));
    sweep = new RepeatedTask("sweep", () -> sweeps.forEach(Runnable::run), SWEEP_EVERY);
  }

  @Override
  public void start() {
    running = true;
    List.of(steps, files, sweep).forEach(task -> repeat(task, Duration.ZERO));
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdown();
    try {
      if (!timer.awaitTermination(5, TimeUnit.SECONDS)) {
        timer.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    Health.Builder health = steps.keepsFailing() ? Health.down() : Health.up();
    return health
        .withDetail("closing step failures in a row", steps.failuresInARow())
        .withDetail("hand-over failures in a row", files.failuresInARow())
        .withDetail("files that the bank calls duplicates", handOver.duplicates())
        .build();
  }

  private void repeat(RepeatedTask task, Duration after) {
    try {
      var _ =
          timer.schedule(() -> repeat(task, task.run()), after.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      // The worker has been stopped; the next start goes on where the store stands.
    }
  }
}
