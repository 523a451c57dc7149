package io.openvpos.fraud.lists;

import io.openvpos.fraud.lists.domain.ListBook;
import io.openvpos.messaging.http.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The lists as this instance judges by them: decision 0055.
public final class ListsInForce {

  /// A change whose writer crashed before telling is found by then.
  private static final Duration LOAD_AT_LEAST_EVERY = Duration.ofMinutes(1);

  /// What expired counts for payments of before, which may be judged late; then it takes no room.
  private static final Duration KEPT_EXPIRED = Duration.ofDays(1);

  private final ListEntries entries;
  private final Clock clock;
  private volatile ListBook book = ListBook.of(List.of());
  private long changes = -1;
  private Instant loadedAt = Instant.EPOCH;

  public ListsInForce(ListEntries entries, Clock clock) {
    this.entries = entries;
    this.clock = clock;
  }

  public ListBook book() {
    return book;
  }

  /// 409 `lists_full` where so many more do not fit.
  public void requireRoom(int more) {
    if (book.size() + more > ListDesk.MAX_STANDING) {
      throw ProblemException.of(409, "lists_full").arg(ListDesk.MAX_STANDING);
    }
  }

  /// Loads them if they have changed. The count is read first: a change during the load is loaded
  /// next time.
  public synchronized void refresh() {
    long now = entries.changes();
    Instant at = clock.instant();
    if (now != changes || !at.isBefore(loadedAt.plus(LOAD_AT_LEAST_EVERY))) {
      Instant oldest = at.minus(KEPT_EXPIRED);
      book = ListBook.of(entries.standing().stream().filter(e -> e.standsFor(oldest)).toList());
      changes = now;
      loadedAt = at;
    }
  }
}
