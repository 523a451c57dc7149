package io.openvpos.fraud.velocity;

/// The payment keys of one busy card: open addressing over primitives, because a boxed set costs
/// four times the memory. Keys are well mixed already ([PaymentKey]) and never 0.
final class KeySet {

  private long[] slots = new long[64];
  private int size;

  boolean contains(long key) {
    return slots[slotOf(key)] == key;
  }

  void add(long key) {
    if ((size + 1) * 2 > slots.length) {
      grow();
    }
    int slot = slotOf(key);
    if (slots[slot] == 0) {
      slots[slot] = key;
      size++;
    }
  }

  /// Closes the gap by moving later keys of the same run back, so that no tombstones pile up.
  void remove(long key) {
    int gap = slotOf(key);
    if (slots[gap] == 0) {
      return;
    }
    slots[gap] = 0;
    size--;
    int mask = slots.length - 1;
    for (int slot = (gap + 1) & mask; slots[slot] != 0; slot = (slot + 1) & mask) {
      long moved = slots[slot];
      slots[slot] = 0;
      slots[slotOf(moved)] = moved;
    }
  }

  private int slotOf(long key) {
    int mask = slots.length - 1;
    int slot = (int) key & mask;
    while (slots[slot] != 0 && slots[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long key : old) {
      if (key != 0) {
        slots[slotOf(key)] = key;
      }
    }
  }
}
