package io.openvpos.sandbox.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MeasurementTest {

  private static final long MILLI = 1_000_000;
  private static final Outcome CAPTURED = new Outcome("", false);

  @Test
  void latencyRunsFromWhenTheArrivalWasDue() {
    Measurement measured = new Measurement(1_000 * MILLI);
    // One a millisecond; the platform stood still until 100 ms and then answered all at once.
    for (int i = 0; i < 100; i++) {
      measured.answered(i * MILLI, 100 * MILLI, CAPTURED);
    }

    Percentiles latency = measured.latencies();

    assertThat(latency.max()).isCloseTo(100_000, within(100L));
    assertThat(latency.p50()).isCloseTo(50_000, within(1_100L));
    assertThat(latency.p99()).isCloseTo(99_000, within(1_100L));
  }

  @Test
  void percentilesAreThoseOfTheCountsWithinAThousandth() {
    Measurement measured = new Measurement(Long.MAX_VALUE / 2);
    for (int i = 1; i <= 10_000; i++) {
      measured.answered(0, i * MILLI, CAPTURED);
    }

    Percentiles latency = measured.latencies();

    assertThat(latency.p50()).isCloseTo(5_000_000, within(5_000L));
    assertThat(latency.p95()).isCloseTo(9_500_000, within(9_500L));
    assertThat(latency.p99()).isCloseTo(9_900_000, within(9_900L));
    assertThat(latency.p999()).isCloseTo(9_990_000, within(9_990L));
    assertThat(latency.max()).isCloseTo(10_000_000, within(10_000L));
  }

  @Test
  void everyArrivalIsCapturedOrAnError() {
    Measurement measured = new Measurement(10 * MILLI);
    measured.answered(0, 5 * MILLI, CAPTURED);
    measured.answered(0, 15 * MILLI, CAPTURED);
    measured.answered(0, 5 * MILLI, new Outcome("201 declined", true));
    measured.answered(0, 5 * MILLI, Outcome.failed("503 unavailable"));
    measured.notStarted();
    measured.notStarted();

    assertThat(measured.captured()).isEqualTo(2);
    assertThat(measured.capturedInTime()).isEqualTo(1);
    assertThat(measured.unassessed()).isEqualTo(1);
    assertThat(measured.errors())
        .isEqualTo(Map.of("201 declined", 1L, "503 unavailable", 1L, Measurement.NOT_STARTED, 2L));
  }

  @Test
  void aLoadHoldsWithoutErrorsAndWithinASecond() {
    assertThat(result(999, 0).holds()).isTrue();
    assertThat(result(1_001, 0).holds()).isFalse();
    assertThat(result(10, 1).holds()).isFalse();
  }

  @Test
  void theThroughputIsOfWhatWasAnsweredBeforeTheEnd() {
    LoadResult result = result(10, 0);

    assertThat(result.throughput()).isCloseTo(50, within(1e-9));
    assertThat(result.cpuMillisEach()).isCloseTo(20, within(1e-9));
  }

  private static LoadResult result(long millis, int errors) {
    Measurement measured = new Measurement(2_000 * MILLI);
    for (int i = 0; i < 100; i++) {
      measured.answered(0, millis * MILLI, CAPTURED);
    }
    for (int i = 0; i < errors; i++) {
      measured.notStarted();
    }
    return LoadResult.of(new ArrivalSchedule(50, Duration.ofSeconds(2)), measured, 1.0);
  }
}
