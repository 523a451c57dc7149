package io.openvpos.fraud.history;

import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import io.openvpos.fraud.state.UnreadableStateException;
import java.util.function.LongConsumer;

/// The newest attempts of one card, terminal, BIN, … oldest first by event time, with running sums,
/// so that count and sum of any window are two binary searches. Beyond [#CAPACITY] the oldest goes
/// to the [HourTiles].
final class EventRing {

  /// So many attempts are exact in every respect; 16 hot keys' worth is a megabyte.
  static final int CAPACITY = 1024;

  private static final byte FRAUD = 1;
  private static final byte REFUNDED = 2;

  private long[] times = new long[4];
  private long[] keys = new long[4];
  private long[] counterparts = new long[4];
  private long[] amounts = new long[4];

  /// Sum of amounts up to and including each, since the ring began.
  private long[] sums = new long[4];

  private byte[] marks = new byte[4];
  private long sumBefore;
  private int fraudCount;
  private int refundCount;
  private int head;
  private int size;

  int size() {
    return size;
  }

  long time(int place) {
    return times[slot(place)];
  }

  long counterpart(int place) {
    return counterparts[slot(place)];
  }

  long amount(int place) {
    return amounts[slot(place)];
  }

  boolean hasFrauds() {
    return fraudCount > 0;
  }

  boolean fraud(int place) {
    return (marks[slot(place)] & FRAUD) != 0;
  }

  boolean hasRefunds() {
    return refundCount > 0;
  }

  boolean refunded(int place) {
    return (marks[slot(place)] & REFUNDED) != 0;
  }

  long key(int place) {
    return keys[slot(place)];
  }

  /// From the newest back, because who asks again asks soon; −1 if it is not here.
  int placeOf(long key) {
    long[] all = keys;
    int mask = all.length - 1;
    for (int each = head + size - 1; each >= head; each--) {
      if (all[each & mask] == key) {
        return each - head;
      }
    }
    return -1;
  }

  void add(long at, long key, long counterpart, long amount) {
    if (size == times.length) {
      resize(size * 2);
    }
    int place = size++;
    for (; place > 0 && times[slot(place - 1)] > at; place--) {
      move(place - 1, place);
    }
    int slot = slot(place);
    times[slot] = at;
    keys[slot] = key;
    counterparts[slot] = counterpart;
    amounts[slot] = amount;
    marks[slot] = 0;
    sumFrom(place);
  }

  /// Moves an attempt to a later time.
  void renew(int from, long at) {
    long key = key(from);
    long counterpart = counterpart(from);
    long amount = amount(from);
    byte mark = marks[slot(from)];
    mark(from, (byte) 0);
    for (int place = from; place + 1 < size; place++) {
      move(place + 1, place);
    }
    size--;
    sumFrom(from);
    add(at, key, counterpart, amount);
    mark(placeOf(key), mark);
  }

  void label(int place, boolean fraud) {
    int others = marks[slot(place)] & ~FRAUD;
    mark(place, (byte) (fraud ? others | FRAUD : others));
  }

  void refund(int place) {
    mark(place, (byte) (marks[slot(place)] | REFUNDED));
  }

  private void mark(int place, byte mark) {
    byte before = marks[slot(place)];
    fraudCount += (mark & FRAUD) - (before & FRAUD);
    refundCount += ((mark & REFUNDED) - (before & REFUNDED)) / REFUNDED;
    marks[slot(place)] = mark;
  }

  void removeOldest() {
    sumBefore = sums[head];
    mark(0, (byte) 0);
    head = slot(1);
    size--;
    if (times.length > 8 && size < times.length / 4) {
      resize(times.length / 2);
    }
  }

  /// Place of the first attempt later than `time`.
  int firstLaterThan(long time) {
    long[] all = times;
    int mask = all.length - 1;
    int low = head;
    int high = head + size;
    if (low < high && all[(high - 1) & mask] <= time) {
      return size;
    }
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (all[middle & mask] <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - head;
  }

  /// Sum of amounts of the places `[from, to)`.
  long sum(int from, int to) {
    return sumBefore(to) - sumBefore(from);
  }

  void forEach(LongConsumer each) {
    for (int place = 0; place < size; place++) {
      int slot = slot(place);
      each.accept(times[slot]);
      each.accept(keys[slot]);
      each.accept(counterparts[slot]);
      each.accept(amounts[slot]);
      each.accept(marks[slot]);
    }
  }

  void save(StateWriter out) {
    out.count(size);
    for (int place = 0; place < size; place++) {
      int slot = slot(place);
      out.number(times[slot]);
      out.number(keys[slot]);
      out.number(counterparts[slot]);
      out.number(amounts[slot]);
      out.flag(fraud(place));
      out.flag(refunded(place));
    }
  }

  static EventRing restored(StateReader in) {
    EventRing ring = new EventRing();
    int attempts = in.count(4 * Long.BYTES + 2);
    if (attempts > CAPACITY) {
      throw new UnreadableStateException("a ring of " + attempts);
    }
    for (int place = 0; place < attempts; place++) {
      ring.add(in.number(), in.number(), in.number(), in.number());
      ring.label(place, in.flag());
      if (in.flag()) {
        ring.refund(place);
      }
    }
    return ring;
  }

  private void sumFrom(int place) {
    for (int each = place; each < size; each++) {
      sums[slot(each)] = sumBefore(each) + amounts[slot(each)];
    }
  }

  private long sumBefore(int place) {
    return place == 0 ? sumBefore : sums[slot(place - 1)];
  }

  private void move(int from, int to) {
    int a = slot(from);
    int b = slot(to);
    times[b] = times[a];
    keys[b] = keys[a];
    counterparts[b] = counterparts[a];
    amounts[b] = amounts[a];
    marks[b] = marks[a];
  }

  /// Lengths are powers of two, so that a mask wraps the ring.
  private int slot(int place) {
    return (head + place) & (times.length - 1);
  }

  private void resize(int length) {
    times = unrolled(times, length);
    keys = unrolled(keys, length);
    counterparts = unrolled(counterparts, length);
    amounts = unrolled(amounts, length);
    sums = unrolled(sums, length);
    byte[] newMarks = new byte[length];
    for (int place = 0; place < size; place++) {
      newMarks[place] = marks[(head + place) & (marks.length - 1)];
    }
    marks = newMarks;
    head = 0;
  }

  private long[] unrolled(long[] old, int length) {
    long[] straight = new long[length];
    for (int place = 0; place < size; place++) {
      straight[place] = old[(head + place) & (old.length - 1)];
    }
    return straight;
  }
}
