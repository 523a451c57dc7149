package io.openvpos.sandbox.bench.assess;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class AssessPlanTest {

  @Test
  void theRateRisesThroughTheWarmUpAndStays() {
    AssessPlan plan =
        new AssessPlan(100, Duration.ofSeconds(10), Duration.ofSeconds(3), 5, Path.of("x"), 1);

    assertThat(plan.warmUpQuestions()).isEqualTo(500);
    assertThat(plan.questions()).isEqualTo(800);
    assertThat(plan.dueNanos(0)).isZero();
    assertThat(plan.dueNanos(125)).as("half the time").isEqualTo(5_000_000_000L);
    assertThat(plan.dueNanos(500)).isEqualTo(10_000_000_000L);
    assertThat(plan.dueNanos(501)).isEqualTo(10_010_000_000L);
    assertThat(plan.dueNanos(500) - plan.dueNanos(499)).isBetween(10_000_000L, 10_100_000L);
  }
}
