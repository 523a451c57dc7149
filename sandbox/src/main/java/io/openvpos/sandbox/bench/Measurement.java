package io.openvpos.sandbox.bench;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.HdrHistogram.ConcurrentHistogram;

/// Counts what happened to each arrival of one load. Latency runs from when an arrival was due, so
/// that a platform that stands still is charged for everybody who waits meanwhile. Safe for many
/// threads.
final class Measurement {

  static final String NOT_STARTED = "not started: too many in flight";

  private static final long LONGEST_MICROS = 600_000_000;
  private static final int DIGITS = 3;

  private final ConcurrentHistogram latencies = new ConcurrentHistogram(1, LONGEST_MICROS, DIGITS);
  private final ConcurrentHistogram startLags = new ConcurrentHistogram(1, LONGEST_MICROS, DIGITS);
  private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
  private final LongAdder captured = new LongAdder();
  private final LongAdder capturedInTime = new LongAdder();
  private final LongAdder unassessed = new LongAdder();

  /// Captured sales whose answer came before this count for the throughput.
  private final long endNanos;

  /// @param endNanos the end of the arrivals, on the scale of [System#nanoTime]
  Measurement(long endNanos) {
    this.endNanos = endNanos;
  }

  /// The generator itself came late by this much: what it must not do.
  void started(long dueNanos, long startedNanos) {
    startLags.recordValue(micros(dueNanos, startedNanos));
  }

  void notStarted() {
    count(NOT_STARTED);
  }

  void answered(long dueNanos, long answeredNanos, Outcome outcome) {
    latencies.recordValue(micros(dueNanos, answeredNanos));
    if (outcome.unassessed()) {
      unassessed.increment();
    }
    if (!outcome.ok()) {
      count(outcome.error());
      return;
    }
    captured.increment();
    if (answeredNanos - endNanos <= 0) {
      capturedInTime.increment();
    }
  }

  long captured() {
    return captured.sum();
  }

  long capturedInTime() {
    return capturedInTime.sum();
  }

  long unassessed() {
    return unassessed.sum();
  }

  Map<String, Long> errors() {
    Map<String, Long> counted = new TreeMap<>();
    errors.forEach((error, count) -> counted.put(error, count.sum()));
    return counted;
  }

  /// Of every arrival that was answered or given up.
  Percentiles latencies() {
    return Percentiles.of(latencies);
  }

  Percentiles startLags() {
    return Percentiles.of(startLags);
  }

  private void count(String error) {
    errors.computeIfAbsent(error, _ -> new LongAdder()).increment();
  }

  private static long micros(long fromNanos, long toNanos) {
    return Math.clamp((toNanos - fromNanos) / 1_000, 0, LONGEST_MICROS);
  }
}
