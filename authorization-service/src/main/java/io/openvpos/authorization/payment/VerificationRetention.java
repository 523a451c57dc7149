package io.openvpos.authorization.payment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/// Removes old verifications. No money hangs on them: all that ends is that a key of then could be
/// used again.
final class VerificationRetention {

  static final Duration EVERY = Duration.ofHours(1);

  /// Answers are kept for a week; beyond that, as long as somebody may ask what a shop tried.
  private static final Duration KEPT = Duration.ofDays(90);

  private final Verifications verifications;
  private final Clock clock;

  VerificationRetention(Verifications verifications, Clock clock) {
    this.verifications = verifications;
    this.clock = clock;
  }

  void run() {
    Instant cutoff = clock.instant().minus(KEPT);
    int removed;
    do {
      removed = verifications.removeMadeBefore(cutoff);
    } while (removed > 0);
  }
}
