package io.openvpos.sandbox.bench;

import java.time.Duration;
import java.util.Map;

/// What a load at one rate gave.
///
/// @param offered arrivals a second that were due
/// @param arrivals how many were due
/// @param captured sales captured
/// @param throughput captured sales a second, of those answered before the arrivals ended
/// @param unassessed answers without a risk assessment in time
/// @param errors everything that is not captured, counted by kind
/// @param latency from due to answered
/// @param startLag from due to started: the generator's own lateness
/// @param cpuCores cores that the whole process kept busy, the generator included
record LoadResult(
    int offered,
    long arrivals,
    long captured,
    double throughput,
    long unassessed,
    Map<String, Long> errors,
    Percentiles latency,
    Percentiles startLag,
    double cpuCores) {

  private static final long GOOD_P99_MICROS = Duration.ofSeconds(1).toNanos() / 1_000;

  static LoadResult of(ArrivalSchedule schedule, Measurement measured, double cpuCores) {
    double seconds = schedule.length().toNanos() / 1e9;
    return new LoadResult(
        schedule.rate(),
        schedule.arrivals(),
        measured.captured(),
        measured.capturedInTime() / seconds,
        measured.unassessed(),
        measured.errors(),
        measured.latencies(),
        measured.startLags(),
        cpuCores);
  }

  long failed() {
    return errors.values().stream().mapToLong(Long::longValue).sum();
  }

  /// No error, and 99 of 100 answered within a second.
  boolean holds() {
    return failed() == 0 && latency.p99() < GOOD_P99_MICROS;
  }

  /// Processor time of a captured sale, in milliseconds.
  double cpuMillisEach() {
    return throughput > 0 ? cpuCores * 1e3 / throughput : 0;
  }
}
