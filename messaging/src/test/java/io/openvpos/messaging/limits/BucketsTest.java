package io.openvpos.messaging.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

  private final HandClock clock = new HandClock();

  @Test
  void aBurstPassesAndThenTheRate() {
    Buckets buckets = new Buckets(Rate.valueOf("2/s burst 5"), 10, clock);
    for (int i = 0; i < 5; i++) {
      assertThat(buckets.take("a")).isEmpty();
    }
    assertThat(buckets.take("a")).contains(Duration.ofSeconds(1));
    assertThat(buckets.take("b")).as("somebody else").isEmpty();
    clock.move(Duration.ofMillis(500));
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"1/min burst 1, 0, 60", "1/min burst 1, 500, 60", "1/min burst 1, 59999, 1"})
  void theWaitIsInWholeSecondsAndNeverTooShort(String rate, long pastMillis, long seconds) {
    Buckets buckets = new Buckets(Rate.valueOf(rate), 10, clock);
    assertThat(buckets.take("a")).isEmpty();
    clock.move(Duration.ofMillis(pastMillis));
    Duration wait = buckets.take("a").orElseThrow();
    assertThat(wait).hasSeconds(seconds);
    clock.move(wait);
    assertThat(buckets.take("a")).isEmpty();
  }

  @Test
  void whatIsGivenBackMayBeTakenAgain() {
    Buckets buckets = new Buckets(Rate.valueOf("1/min burst 2"), 10, clock);
    for (int i = 0; i < 20; i++) {
      assertThat(buckets.take("a")).isEmpty();
      buckets.giveBack("a");
    }
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isEmpty();
    assertThat(buckets.take("a")).isPresent();
  }

  @Test
  void namesThatAreInventedDoNotFillTheMemory() {
    Buckets buckets = new Buckets(Rate.valueOf("1/s burst 1"), 100, clock);
    for (int i = 0; i < 10_000; i++) {
      assertThat(buckets.take("name " + i)).isEmpty();
    }
    assertThat(buckets.size()).isLessThanOrEqualTo(100);
  }

  @Test
  void aBucketIsForgottenOnlyOnceItIsFullAgain() {
    Buckets buckets = new Buckets(Rate.valueOf("1/s burst 30"), 100, clock);
    for (int i = 0; i < 30; i++) {
      assertThat(buckets.take("a")).isEmpty();
    }
    clock.move(Duration.ofSeconds(30));
    assertThat(buckets.size()).isEqualTo(1);
    clock.move(Duration.ofSeconds(2));
    assertThat(buckets.size()).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "5/s", "5/h burst 1", "0/s burst 1", "1/s burst 0", "-1/s burst 1"})
  void whatIsNoRateIsRefused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Rate.valueOf(text));
  }
}
