package io.openvpos.sandbox.chaos.load;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// When requests were sent and answered, and whether with an answer that a client can use. Times
/// are those of `System.nanoTime`.
public final class Timeline {

  /// One attempt of a request.
  ///
  /// @param edge which instance was asked, from 1
  private record Attempt(int edge, boolean answered, long sent, long ended) {}

  private final List<Attempt> attempts = new ArrayList<>();

  synchronized void add(int edge, boolean answered, long sent, long ended) {
    attempts.add(new Attempt(edge, answered, sent, ended));
  }

  /// Whether each of the instances answered something that was asked after the given time.
  public synchronized boolean everyEdgeAnsweredSince(long start, int edges) {
    return attempts.reversed().stream()
            .takeWhile(attempt -> attempt.ended >= start)
            .filter(attempt -> attempt.answered && attempt.sent >= start)
            .map(Attempt::edge)
            .distinct()
            .count()
        == edges;
  }

  /// Requests without a usable answer that ended between two times.
  public synchronized long failedBetween(long start, long end) {
    return attempts.stream().filter(attempt -> failed(attempt, start, end)).count();
  }

  /// From when the first failed request was sent until the first answer to one sent after it had
  /// failed; zero if none failed.
  public synchronized Duration errorWindow(long start, long end) {
    return attempts.stream()
        .filter(attempt -> failed(attempt, start, end))
        .findFirst()
        .flatMap(first ->
            attempts.stream()
                .filter(later -> later.answered && later.sent >= first.ended)
                .findFirst()
                .map(later -> Duration.ofNanos(later.ended - first.sent)))
        .orElse(Duration.ZERO);
  }

  private static boolean failed(Attempt attempt, long start, long end) {
    return !attempt.answered && attempt.ended >= start && attempt.ended <= end;
  }
}
