package io.openvpos.fraud.history;

/// Counts distinct counterparts with a table that is used again each time: entries of earlier
/// counts are told by their stamp, so that nothing is cleared. Confined to the state's thread.
final class DistinctCount {

  private static final int SLOTS = EventRing.CAPACITY * 4;

  private final long[] seen = new long[SLOTS];
  private final int[] stamps = new int[SLOTS];
  private int stamp;

  int of(EventRing ring, int from, int to) {
    if (to - from <= 1) {
      return to - from;
    }
    stamp++;
    int count = 0;
    for (int place = from; place < to; place++) {
      count += add(ring.counterpart(place)) ? 1 : 0;
    }
    return count;
  }

  private boolean add(long value) {
    int slot = (int) (value ^ (value >>> 32)) & (SLOTS - 1);
    while (stamps[slot] == stamp) {
      if (seen[slot] == value) {
        return false;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    stamps[slot] = stamp;
    seen[slot] = value;
    return true;
  }
}
