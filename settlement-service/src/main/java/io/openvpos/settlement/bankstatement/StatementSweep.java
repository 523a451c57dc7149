package io.openvpos.settlement.bankstatement;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Takes again, every now and then, what a crash left half taken. Somebody who sends a message
/// waits for its end, so one that is older than any request has nobody left.
public final class StatementSweep implements SmartLifecycle {

  private static final Logger LOGGER = LoggerFactory.getLogger(StatementSweep.class);
  private static final Duration EVERY = Duration.ofSeconds(30);
  private static final Duration ABANDONED = Duration.ofMinutes(2);

  private final BankMessageIntake intake;
  private final Clock clock;
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("bank-messages-", 0).daemon().factory());
  private volatile boolean running;

  public StatementSweep(BankMessageIntake intake, Clock clock) {
    this.intake = intake;
    this.clock = clock;
  }

  @Override
  public void start() {
    running = true;
    var _ =
        timer.scheduleWithFixedDelay(
            this::sweep, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// A failure is told and tried again; let out, it would end the repetition.
  private void sweep() {
    try {
      intake.sweep(clock.instant().minus(ABANDONED));
    } catch (RuntimeException e) {
      LOGGER.warn("bank messages left half taken: not taken yet", e);
    }
  }

  @Override
  public void stop() {
    running = false;
    timer.shutdownNow();
  }

  @Override
  public boolean isRunning() {
    return running;
  }
}
