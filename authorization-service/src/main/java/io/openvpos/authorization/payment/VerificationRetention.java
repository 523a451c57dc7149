package io.openvpos.authorization.payment;

import io.openvpos.messaging.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes old verifications. No money hangs on them: all that ends is that a key of then could be
/// used again.
final class VerificationRetention implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(VerificationRetention.class);

  /// Answers are kept for a week; beyond that, as long as somebody may ask what a shop tried.
  private static final Duration KEPT = Duration.ofDays(90);

  private static final Duration EVERY = Duration.ofHours(1);

  private final Verifications verifications;
  private final Clock clock;
  private final Tasks.Worker worker;

  VerificationRetention(Verifications verifications, Clock clock, Tasks tasks) {
    this.verifications = verifications;
    this.clock = clock;
    worker = tasks.worker("verification-retention");
  }

  void start() {
    worker.every(EVERY, EVERY, this::removeOld);
  }

  void removeOld() {
    try {
      int removed;
      do {
        removed = verifications.removeMadeBefore(clock.instant().minus(KEPT));
      } while (removed > 0);
    } catch (RuntimeException e) {
      LOGGER.warn("old verifications could not be removed; tried again in an hour", e);
    }
  }

  @Override
  public void close() {
    worker.close();
  }
}
