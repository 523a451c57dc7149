package io.openvpos.settlement.payout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/// The files that the bank has not decided in full: when each is handed over again, ever more
/// seldom, and which of them the bank calls a duplicate. In memory: after a restart each is asked
/// about at once.
final class UndecidedFiles {

  private static final Duration FIRST = Duration.ofSeconds(1);

  /// A bank that decides within hours is not asked a thousand times, and a day still closes its
  /// books on the day.
  private static final Duration SLOWEST = Duration.ofMinutes(5);

  private record Undecided(Instant again, Duration pause, Optional<String> duplicate) {}

  private final Map<String, Undecided> files = new ConcurrentHashMap<>();
  private final Clock clock;

  UndecidedFiles(Clock clock) {
    this.clock = clock;
  }

  boolean isDue(String messageId) {
    Undecided known = files.get(messageId);
    return known == null || !clock.instant().isBefore(known.again());
  }

  /// @param duplicate why the bank calls the file, or a payout in it, a duplicate
  void undecided(String messageId, Optional<String> duplicate) {
    Undecided before = files.get(messageId);
    Duration pause = before == null ? FIRST : slower(before.pause());
    files.put(messageId, new Undecided(clock.instant().plus(pause), pause, duplicate));
  }

  void decided(String messageId) {
    files.remove(messageId);
  }

  /// The reason code of each file that the bank calls a duplicate.
  Map<String, String> duplicates() {
    Map<String, String> found = new TreeMap<>();
    files.forEach((id, file) -> file.duplicate().ifPresent(reason -> found.put(id, reason)));
    return found;
  }

  private static Duration slower(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(SLOWEST) > 0 ? SLOWEST : twice;
  }
}
