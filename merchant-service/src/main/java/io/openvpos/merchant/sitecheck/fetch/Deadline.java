package io.openvpos.merchant.sitecheck.fetch;

import java.time.Duration;

/// A moment of the machine's monotonic clock after which nothing more is waited for.
public record Deadline(long nanos) {

  public static Deadline in(Duration time) {
    return new Deadline(System.nanoTime() + time.toNanos());
  }

  public boolean isOver() {
    return left().isNegative() || left().isZero();
  }

  public Duration left() {
    return Duration.ofNanos(nanos - System.nanoTime());
  }

  /// This one or the given time from now, whichever is sooner.
  public Deadline butAtMost(Duration time) {
    Deadline other = in(time);
    return other.nanos - nanos < 0 ? other : this;
  }

  /// For sockets: at least one, because zero means for ever to them.
  public int leftMillis() {
    return Math.toIntExact(Math.clamp(left().toMillis(), 1, Integer.MAX_VALUE));
  }
}
