package io.openvpos.messaging.limits;

import io.github.bucket4j.TimeMeter;
import java.time.Duration;

/// Time that stands still until it is moved.
final class HandClock implements TimeMeter {

  private long nanos;

  void move(Duration by) {
    nanos += by.toNanos();
  }

  @Override
  public long currentTimeNanos() {
    return nanos;
  }

  @Override
  public boolean isWallClockBased() {
    return false;
  }
}
