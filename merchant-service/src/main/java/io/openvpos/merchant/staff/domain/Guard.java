package io.openvpos.merchant.staff.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What keeps guessers away from one account. It changes with attempts and not by anybody's
/// decision, so it is no part of what is audited.
///
/// @param failures wrong passwords and codes since the last right ones
/// @param lastStep the time step of the last accepted code of the second factor, so that none is
///   accepted twice
public record Guard(int failures, @Nullable Instant waitUntil, long lastStep) {

  public static final Guard NONE = new Guard(0, null, 0);

  /// So many may be wrong before the account waits.
  public static final int FREE_FAILURES = 5;

  private static final Duration[] WAITS = {
    Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15)
  };

  /// After one more wrong password: from the fifth on the account waits 1, 5, then each time 15
  /// minutes. Longer would only let strangers keep the owner out.
  public Guard failed(Instant now) {
    int count = Math.min(failures + 1, 1_000);
    int beyond = count - FREE_FAILURES;
    Instant until = beyond < 0 ? null : now.plus(WAITS[Math.min(beyond, WAITS.length - 1)]);
    return new Guard(count, until, lastStep);
  }

  public Guard passed() {
    return new Guard(0, null, lastStep);
  }

  public Guard passed(long step) {
    return new Guard(0, null, step);
  }
}
