package io.openvpos.authorization.guard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// What one name did within the window: an exact sliding count of attempts and of declines. Holds
/// no more times than its limits.
final class Tries {

  private final GuardSettings.Limit limit;
  private final Duration window;
  private final Deque<Instant> attempts = new ArrayDeque<>(2);
  private final Deque<Instant> declines = new ArrayDeque<>(2);

  Tries(GuardSettings.Limit limit, Duration window) {
    this.limit = limit;
    this.window = window;
  }

  /// How long until another may be made; empty if it may be now.
  Optional<Duration> wait(Instant now) {
    forget(attempts, now);
    forget(declines, now);
    Duration longest = Duration.ZERO;
    if (attempts.size() >= limit.attempts()) {
      longest = Duration.between(now, attempts.getFirst().plus(window));
    }
    if (declines.size() >= limit.declines()) {
      Duration wait = Duration.between(now, declines.getFirst().plus(window));
      longest = wait.compareTo(longest) > 0 ? wait : longest;
    }
    return longest.isPositive() ? Optional.of(longest) : Optional.empty();
  }

  void attempted(Instant now) {
    attempts.addLast(now);
  }

  void declined(Instant now) {
    if (declines.size() >= limit.declines()) {
      declines.removeFirst();
    }
    declines.addLast(now);
  }

  private void forget(Deque<Instant> times, Instant now) {
    Instant oldest = now.minus(window);
    while (!times.isEmpty() && !times.getFirst().isAfter(oldest)) {
      times.removeFirst();
    }
  }
}
