package io.openvpos.sandbox.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.ground.BesideOthers;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Goal: no fault of any process or line loses money, doubles it, or makes the platform say what is
/// not so. Method: the five-minute version of the chaos command; the seed is printed, and `-Dseed=`
/// plays another one.
@ResourceLock(BesideOthers.MACHINE)
class ChaosIT {

  private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
  private static final long SEED = Long.getLong("seed", 42);

  @Test
  @Timeout(900)
  void aHundredFaultsInFiveMinutesBreakNothing(@TempDir Path folder) {
    ChaosPlan plan = new ChaosPlan(FIVE_MINUTES, SEED, 100, 5, folder.resolve("data"));
    assertThat(new ChaosRun(plan, System.out).run()).isTrue();
  }
}
