package io.openvpos.sandbox.bench;

import java.util.Locale;
import org.HdrHistogram.AbstractHistogram;

/// Latencies in microseconds.
record Percentiles(long p50, long p95, long p99, long p999, long max) {

  static Percentiles of(AbstractHistogram micros) {
    return new Percentiles(
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(95),
        micros.getValueAtPercentile(99),
        micros.getValueAtPercentile(99.9),
        micros.getMaxValue());
  }

  /// In milliseconds.
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "p50 %.1f  p95 %.1f  p99 %.1f  p99.9 %.1f  max %.1f ms",
        p50 / 1e3,
        p95 / 1e3,
        p99 / 1e3,
        p999 / 1e3,
        max / 1e3);
  }
}
