package io.openvpos.authorization.webhook.domain;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a delivery that was not accepted is tried again. Source: Standard Webhooks 1.0.0,
/// "Deliverability and reliability": at once, then after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h, 14 h,
/// 20 h and 24 h, each with up to a tenth more, so that what failed together does not come back
/// together.
public final class RetrySchedule {

  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  private static final Duration LONGEST = Duration.ofHours(24);
  private static final int PARTS = 1_000;
  private static final int MOST_JITTER_PARTS = 100;

  private RetrySchedule() {}

  /// The wait after the `tries`-th try; null after the last.
  ///
  /// @param retryAfter what the endpoint asked for; it lengthens a wait, to a day at most
  /// @param jitter any number: the same one gives the same wait
  public static @Nullable Duration afterTry(int tries, Duration retryAfter, int jitter) {
    if (tries > WAITS.size()) {
      return null;
    }
    Duration planned = WAITS.get(tries - 1);
    long parts = Math.floorMod(jitter, MOST_JITTER_PARTS + 1);
    Duration spread = planned.plus(planned.multipliedBy(parts).dividedBy(PARTS));
    Duration asked = retryAfter.compareTo(LONGEST) > 0 ? LONGEST : retryAfter;
    return asked.compareTo(spread) > 0 ? asked : spread;
  }

  /// All tries of a delivery.
  public static int tries() {
    return WAITS.size() + 1;
  }
}
