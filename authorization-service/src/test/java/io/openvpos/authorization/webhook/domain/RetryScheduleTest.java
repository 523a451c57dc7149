package io.openvpos.authorization.webhook.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RetryScheduleTest {

  @Test
  void theWaitsAreThoseOfTheStandard() {
    assertThat(
            IntStream.rangeClosed(1, 10)
                .mapToObj(tries -> RetrySchedule.afterTry(tries, Duration.ZERO, 0)))
        .containsExactly(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(14),
            Duration.ofHours(20),
            Duration.ofHours(24),
            null);
    assertThat(RetrySchedule.tries()).isEqualTo(10);
  }

  @Test
  void aWaitIsSpreadByATenthAtMost() {
    Random random = new Random(7);
    for (int i = 0; i < 1_000; i++) {
      assertThat(RetrySchedule.afterTry(4, Duration.ZERO, random.nextInt()))
          .isBetween(Duration.ofHours(2), Duration.ofMinutes(132));
    }
  }

  @Test
  void anEndpointMayAskForMoreUpToADay() {
    assertThat(RetrySchedule.afterTry(1, Duration.ofMinutes(10), 0))
        .isEqualTo(Duration.ofMinutes(10));
    assertThat(RetrySchedule.afterTry(3, Duration.ofMinutes(10), 0))
        .isEqualTo(Duration.ofMinutes(30));
    assertThat(RetrySchedule.afterTry(1, Duration.ofDays(90), 0)).isEqualTo(Duration.ofDays(1));
  }
}
