package io.openvpos.sandbox.bench;

import java.time.Duration;

/// When each arrival is due: arrival `i` at the start + i / rate, whatever became of those before.
///
/// @param rate arrivals a second
/// @param length how long arrivals keep coming
record ArrivalSchedule(int rate, Duration length) {

  private static final long NANOS_A_SECOND = 1_000_000_000;

  ArrivalSchedule {
    if (rate < 1 || length.isNegative()) {
      throw new IllegalArgumentException("no schedule: " + rate + "/s for " + length);
    }
  }

  /// How many are due before the end.
  long arrivals() {
    long whole = length.toSeconds() * rate;
    return whole + (length.toNanosPart() * (long) rate + NANOS_A_SECOND - 1) / NANOS_A_SECOND;
  }

  /// Nanoseconds from the start to an arrival. Split, so that no rounding adds up and nothing
  /// overflows.
  long dueNanos(long arrival) {
    return arrival / rate * NANOS_A_SECOND + arrival % rate * NANOS_A_SECOND / rate;
  }
}
