package io.openvpos.sandbox.chaos.process;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// Waits until something holds, and says whether it came to that.
public final class Waiting {

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  private Waiting() {}

  /// False if it did not hold within the limit.
  public static boolean until(Duration limit, BooleanSupplier condition) {
    return until(limit, LOOK_AGAIN, condition);
  }

  /// The same for a condition that is costly to ask for.
  public static boolean until(Duration limit, Duration every, BooleanSupplier condition) {
    long end = System.nanoTime() + limit.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - end > 0) {
        return false;
      }
      pause(every);
    }
    return true;
  }

  public static void pause(Duration length) {
    try {
      TimeUnit.NANOSECONDS.sleep(length.toNanos());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
