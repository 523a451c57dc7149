package io.openvpos.fraud.velocity;

import java.time.Duration;

/// A sliding window that ends at the attempt being counted: it covers `(at - length, at]`.
public enum Window {
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  DAY(Duration.ofDays(1));

  private final long millis;

  Window(Duration length) {
    this.millis = length.toMillis();
  }

  public Duration length() {
    return Duration.ofMillis(millis);
  }

  long millis() {
    return millis;
  }
}
