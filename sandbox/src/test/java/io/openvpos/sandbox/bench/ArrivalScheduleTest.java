package io.openvpos.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ArrivalScheduleTest {

  @Test
  void arrivalsAreEvenlySpacedFromTheStart() {
    ArrivalSchedule schedule = new ArrivalSchedule(4, Duration.ofSeconds(2));

    assertThat(schedule.arrivals()).isEqualTo(8);
    assertThat(schedule.dueNanos(0)).isZero();
    assertThat(schedule.dueNanos(1)).isEqualTo(250_000_000);
    assertThat(schedule.dueNanos(7)).isEqualTo(1_750_000_000);
  }

  @Test
  void roundingDoesNotAddUp() {
    ArrivalSchedule schedule = new ArrivalSchedule(3, Duration.ofHours(24));

    assertThat(schedule.dueNanos(1)).isEqualTo(333_333_333);
    assertThat(schedule.dueNanos(3)).isEqualTo(1_000_000_000);
    assertThat(schedule.dueNanos(3 * 86_400L)).isEqualTo(Duration.ofDays(1).toNanos());
  }

  @Test
  void countsExactlyTheArrivalsThatAreDueBeforeTheEnd() {
    for (int rate : new int[] {1, 3, 7, 20, 999, 100_000}) {
      for (long millis : new long[] {0, 1, 333, 500, 1_000, 1_999, 30_000}) {
        Duration length = Duration.ofMillis(millis);
        ArrivalSchedule schedule = new ArrivalSchedule(rate, length);
        long arrivals = schedule.arrivals();

        assertThat(schedule.dueNanos(arrivals))
            .as("%s", schedule)
            .isGreaterThanOrEqualTo(length.toNanos() - 1);
        if (arrivals > 0) {
          assertThat(schedule.dueNanos(arrivals - 1)).isLessThan(length.toNanos());
        }
      }
    }
  }

  @Test
  void aRateOfNothingIsRefused() {
    assertThatThrownBy(() -> new ArrivalSchedule(0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
