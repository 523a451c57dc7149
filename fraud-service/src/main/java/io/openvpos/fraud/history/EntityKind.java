package io.openvpos.fraud.history;

import java.time.Duration;

/// What a history is kept of, and for how long: the longest window, and for those whose features
/// wait for labels the seven days of waiting and a compromise's whole length before.
enum EntityKind {
  CARD(Duration.ofDays(45)),
  TERMINAL(Duration.ofDays(45)),
  BIN(Duration.ofDays(1)),
  IP(Duration.ofDays(1)),
  EMAIL(Duration.ofDays(30)),
  DEVICE(Duration.ofDays(1));

  private final long millis;

  EntityKind(Duration kept) {
    this.millis = kept.toMillis();
  }

  long keptMillis() {
    return millis;
  }
}
