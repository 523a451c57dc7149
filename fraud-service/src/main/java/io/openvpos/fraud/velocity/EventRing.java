package io.openvpos.fraud.velocity;

import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// One card's attempts in a ring of primitives, oldest first by event time; attempts at the same
/// millisecond stay in the order they came. A payment is in the ring once.
final class EventRing {

  /// Up to this many attempts a scan finds a payment faster than a set would; most cards stay
  /// below.
  private static final int SCAN_AT_MOST = 32;

  private long[] times = new long[2];
  private long[] keys = new long[2];
  private int head;
  private int size;
  private @Nullable KeySet index;

  int size() {
    return size;
  }

  boolean contains(long key) {
    if (index != null) {
      return index.contains(key);
    }
    for (int i = 0; i < size; i++) {
      if (keys[slot(i)] == key) {
        return true;
      }
    }
    return false;
  }

  /// `key` must not be in the ring. Attempts come nearly in order, so the place is near the end.
  void add(long at, long key) {
    if (size == times.length) {
      resize(size * 2);
    }
    int place = size++;
    for (; place > 0 && times[slot(place - 1)] > at; place--) {
      move(place - 1, place);
    }
    times[slot(place)] = at;
    keys[slot(place)] = key;
    if (index != null) {
      index.add(key);
    } else if (size > SCAN_AT_MOST) {
      index = new KeySet();
      forEachKey(index::add);
    }
  }

  /// A payment in the ring came again: it counts at its newest time. Repeats are rare, so a scan
  /// does.
  void renew(long at, long key) {
    int place = 0;
    while (keys[slot(place)] != key) {
      place++;
    }
    if (times[slot(place)] >= at) {
      return;
    }
    for (; place + 1 < size && times[slot(place + 1)] <= at; place++) {
      move(place + 1, place);
    }
    times[slot(place)] = at;
    keys[slot(place)] = key;
  }

  /// Forgets every attempt at or before `horizon`.
  void evictThrough(long horizon) {
    while (size > 0 && times[head] <= horizon) {
      evictOldest();
    }
    if (times.length > 4 && size < times.length / 4) {
      resize(Math.max(2, Integer.highestOneBit(Math.max(1, size)) * 2));
    }
  }

  void evictOldest() {
    if (index != null) {
      index.remove(keys[head]);
    }
    head = slot(1);
    size--;
    if (size <= SCAN_AT_MOST / 2) {
      index = null;
    }
  }

  /// Attempts in `(after, through]`.
  int count(long after, long through) {
    return firstLaterThan(through) - firstLaterThan(after);
  }

  /// Calls `each` with time, key, time, key, ... of the attempts later than `horizon`.
  void forEachLaterThan(long horizon, LongConsumer each) {
    for (int i = firstLaterThan(horizon); i < size; i++) {
      each.accept(times[slot(i)]);
      each.accept(keys[slot(i)]);
    }
  }

  void save(StateWriter out) {
    out.count(size);
    forEachLaterThan(Long.MIN_VALUE, out::number);
  }

  static EventRing restored(StateReader in) {
    EventRing ring = new EventRing();
    int attempts = in.count(2 * Long.BYTES);
    for (int i = 0; i < attempts; i++) {
      ring.add(in.number(), in.number());
    }
    return ring;
  }

  private int firstLaterThan(long time) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (times[slot(middle)] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private void forEachKey(LongConsumer each) {
    for (int i = 0; i < size; i++) {
      each.accept(keys[slot(i)]);
    }
  }

  private void move(int from, int to) {
    times[slot(to)] = times[slot(from)];
    keys[slot(to)] = keys[slot(from)];
  }

  /// Lengths are powers of two, so that a mask wraps the ring.
  private int slot(int position) {
    return (head + position) & (times.length - 1);
  }

  private void resize(int length) {
    long[] newTimes = new long[length];
    long[] newKeys = new long[length];
    for (int i = 0; i < size; i++) {
      newTimes[i] = times[slot(i)];
      newKeys[i] = keys[slot(i)];
    }
    times = newTimes;
    keys = newKeys;
    head = 0;
  }
}
