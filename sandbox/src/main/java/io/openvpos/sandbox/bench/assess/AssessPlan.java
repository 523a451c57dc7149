package io.openvpos.sandbox.bench.assess;

import java.nio.file.Path;
import java.time.Duration;

/// What is measured.
///
/// @param rate questions a second
/// @param warmUp while the rate rises evenly; not measured
/// @param cards that ask, drawn evenly
/// @param data wiped first
public record AssessPlan(
    int rate, Duration warmUp, Duration load, int cards, Path data, long seed) {

  private static final long NANOS_A_SECOND = 1_000_000_000;

  int warmUpQuestions() {
    return Math.toIntExact(warmUp.toSeconds() * rate / 2);
  }

  /// Those of the warm-up with it.
  int questions() {
    return warmUpQuestions() + Math.toIntExact(load.toSeconds() * rate);
  }

  /// From the first question to another one, by its number.
  long dueNanos(int number) {
    int before = warmUpQuestions();
    if (number < before) {
      return Math.round(warmUp.toNanos() * Math.sqrt(number / (double) before));
    }
    return warmUp.toNanos() + (number - before) * NANOS_A_SECOND / rate;
  }
}
