package io.openvpos.fraud.history;

import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import java.util.Arrays;
import java.util.function.LongConsumer;

/// What left a full ring: count, sum and known frauds by hour. A window that ends inside the tiles
/// is off by at most the hour that its edge cuts.
///
/// Hours stand in order with running totals, so that a window is two binary searches, however many
/// hours it covers.
final class HourTiles {

  static final long HOUR = 3_600_000L;

  /// Living tiles are `[from, to)`. The place before them holds the totals of what is gone.
  private int from = 1;

  private int to = 1;

  private long[] hours = new long[8];

  /// Totals up to and including each hour, since the first there was.
  private long[] counts = new long[8];

  private long[] sums = new long[8];
  private long[] frauds = new long[8];

  void add(long at, long amount, boolean fraud) {
    add(Math.floorDiv(at, HOUR), 1, amount, fraud ? 1 : 0);
  }

  /// Changes the hour of something that was added before; false where that hour is gone.
  ///
  /// @param count −1 takes it out again, 0 changes only what is known of it
  boolean change(long at, long count, long amount, long fraud) {
    long hour = Math.floorDiv(at, HOUR);
    int place = firstFrom(hour);
    if (place == to || hours[place] != hour || counts[place] - counts[place - 1] + count < 0) {
      return false;
    }
    add(hour, count, amount, fraud);
    return true;
  }

  void evictThrough(long horizon) {
    while (from < to && hours[from] * HOUR <= horizon) {
      from++;
    }
  }

  long count(long after, long through) {
    return between(counts, after, through);
  }

  long sum(long after, long through) {
    return between(sums, after, through);
  }

  long frauds(long after, long through) {
    return between(frauds, after, through);
  }

  boolean isEmpty() {
    return from == to;
  }

  void forEach(LongConsumer each) {
    for (int place = from; place < to; place++) {
      each.accept(hours[place]);
      each.accept(counts[place] - counts[place - 1]);
      each.accept(sums[place] - sums[place - 1]);
      each.accept(frauds[place] - frauds[place - 1]);
    }
  }

  void save(StateWriter out) {
    out.count(to - from);
    forEach(out::number);
  }

  static HourTiles restored(StateReader in) {
    HourTiles restored = new HourTiles();
    int hours = in.count(4 * Long.BYTES);
    for (int i = 0; i < hours; i++) {
      restored.add(in.number(), in.number(), in.number(), in.number());
    }
    return restored;
  }

  /// Nearly always the newest hour, so that few totals change.
  private void add(long hour, long count, long sum, long fraud) {
    int place = firstFrom(hour);
    if (place == to || hours[place] != hour) {
      place = open(place, hour);
    }
    for (int each = place; each < to; each++) {
      counts[each] += count;
      sums[each] += sum;
      frauds[each] += fraud;
    }
  }

  /// Puts an empty tile before `place` and returns where it stands.
  private int open(int place, long hour) {
    int opened = to < hours.length ? place : place - makeRoom();
    for (long[] column : new long[][] {hours, counts, sums, frauds}) {
      System.arraycopy(column, opened, column, opened + 1, to - opened);
      column[opened] = column[opened - 1];
    }
    hours[opened] = hour;
    to++;
    return opened;
  }

  /// Returns by how many places all tiles moved down.
  private int makeRoom() {
    int gone = from - 1;
    int length = gone < hours.length / 2 ? hours.length * 2 : hours.length;
    hours = moved(hours, gone, length);
    counts = moved(counts, gone, length);
    sums = moved(sums, gone, length);
    frauds = moved(frauds, gone, length);
    from -= gone;
    to -= gone;
    return gone;
  }

  private long[] moved(long[] column, int gone, int length) {
    return Arrays.copyOf(Arrays.copyOfRange(column, gone, to), length);
  }

  /// Of the tiles that begin in the window.
  private long between(long[] totals, long after, long through) {
    int first = firstFrom(Math.floorDiv(after, HOUR) + 1);
    int end = firstFrom(Math.floorDiv(through, HOUR) + 1);
    return first >= end ? 0 : totals[end - 1] - totals[first - 1];
  }

  /// Place of the first tile of that hour or a later one.
  private int firstFrom(long hour) {
    int low = from;
    int high = to;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (hours[middle] < hour) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
