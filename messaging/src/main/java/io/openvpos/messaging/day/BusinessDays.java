package io.openvpos.messaging.day;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The sequence of business days as the topic tells it, and the stamps that this instance has out.
/// A fact belongs to the open day if now is before its cut-off, else to the next one.
public final class BusinessDays {

  private final Clock clock;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<LocalDate, Instant> cutOffs = new HashMap<>();
  private final TreeMap<LocalDate, Integer> stamped = new TreeMap<>();
  private final NavigableSet<LocalDate> ending = new TreeSet<>();
  private final AtomicReference<BooleanSupplier> caughtUp = new AtomicReference<>(() -> true);
  private @Nullable LocalDate open;

  public BusinessDays(Clock clock) {
    this.clock = clock;
  }

  /// Until `view` has caught up, the newest day read may be one that ended long ago: a fact stamped
  /// with it would be priced by an old contract. So nothing is stamped.
  public void stampOnceCaughtUp(BooleanSupplier view) {
    caughtUp.set(view);
  }

  /// Stamps a fact. Before the open day is known this is a [DayUnknownException].
  public Stamp stamp() {
    lock.lock();
    try {
      Instant now = clock.instant();
      LocalDate day = dayAt(now);
      stamped.merge(day, 1, Integer::sum);
      return new Stamp(this, day, now);
    } finally {
      lock.unlock();
    }
  }

  /// The day that a fact decided now would be stamped with.
  public LocalDate today() {
    lock.lock();
    try {
      return dayAt(clock.instant());
    } finally {
      lock.unlock();
    }
  }

  /// The day that takes facts now, and when the one after it is due to start.
  public record OpenDay(LocalDate day, Instant nextStart) {}

  /// Both at one moment. A day past its cut-off whose close has not been asked for yet counts as
  /// over: facts are stamped with the next one, which lasts a day.
  public OpenDay openDay() {
    lock.lock();
    try {
      LocalDate day = dayAt(clock.instant());
      Instant cutOff = cutOffs.get(open);
      if (cutOff == null) {
        // Its opening follows the close of the day before at once.
        throw new DayUnknownException();
      }
      return new OpenDay(day, day.equals(open) ? cutOff : cutOff.plus(Duration.ofDays(1)));
    } finally {
      lock.unlock();
    }
  }

  /// True once a day has been opened.
  public boolean known() {
    lock.lock();
    try {
      return open != null;
    } finally {
      lock.unlock();
    }
  }

  /// BusinessDayOpened was read.
  public void opened(LocalDate day, Instant scheduledCutOff) {
    lock.lock();
    try {
      if (open == null || !day.isBefore(open)) {
        open = day;
        cutOffs.put(day, scheduledCutOff);
      }
    } finally {
      lock.unlock();
    }
  }

  /// BusinessDayCloseRequested was read: by itself it means that the next calendar date is open.
  public void closeRequested(LocalDate day) {
    lock.lock();
    try {
      LocalDate next = day.plusDays(1);
      if (open == null || open.isBefore(next)) {
        open = next;
      }
      cutOffs.remove(day);
      ending.add(day);
    } finally {
      lock.unlock();
    }
  }

  /// BusinessDayClosed was read: nothing of the day is left to drain.
  public void closed(LocalDate day) {
    lock.lock();
    try {
      ending.remove(day);
    } finally {
      lock.unlock();
    }
  }

  /// The first day after `done` that is requested and not closed; null if there is none.
  @Nullable LocalDate ending(@Nullable LocalDate done) {
    lock.lock();
    try {
      return done == null ? (ending.isEmpty() ? null : ending.getFirst()) : ending.higher(done);
    } finally {
      lock.unlock();
    }
  }

  /// True while a stamp of `day` or an earlier one is out.
  boolean stampsOut(LocalDate day) {
    lock.lock();
    try {
      return !stamped.headMap(day, true).isEmpty();
    } finally {
      lock.unlock();
    }
  }

  void released(LocalDate day) {
    lock.lock();
    try {
      stamped.computeIfPresent(day, (same, out) -> out == 1 ? null : out - 1);
    } finally {
      lock.unlock();
    }
  }

  private LocalDate dayAt(Instant now) {
    if (open == null || !caughtUp.get().getAsBoolean()) {
      throw new DayUnknownException();
    }
    Instant cutOff = cutOffs.get(open);
    return cutOff == null || now.isBefore(cutOff) ? open : open.plusDays(1);
  }
}
