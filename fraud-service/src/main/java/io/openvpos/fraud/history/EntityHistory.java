package io.openvpos.fraud.history;

import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/// All that is remembered of one card, terminal, BIN, address, device or e-mail: its newest
/// attempts exactly, older ones by hour. Windows cover `(after, through]`.
final class EntityHistory {

  private final long key;
  private final EventRing ring;
  private final DistinctCount distinct;
  private @Nullable HourTiles tiles;

  EntityHistory(String name, DistinctCount distinct) {
    this(name, new EventRing(), distinct);
  }

  private EntityHistory(String name, EventRing ring, DistinctCount distinct) {
    this.key = Keys.of(name);
    this.ring = ring;
    this.distinct = distinct;
  }

  /// Its name's.
  long key() {
    return key;
  }

  EventRing ring() {
    return ring;
  }

  boolean isEmpty() {
    return ring.size() == 0 && (tiles == null || tiles.isEmpty());
  }

  /// A payment already in the ring is not counted again. It stays at the newest time it came with,
  /// so that what exists depends on the newest part of the log alone (docs/decisions/0011).
  void add(long at, long key, long counterpart, long amount) {
    int place = ring.placeOf(key);
    if (place >= 0) {
      if (ring.time(place) < at) {
        ring.renew(place, at);
      }
      return;
    }
    if (ring.size() < EventRing.CAPACITY) {
      ring.add(at, key, counterpart, amount);
      return;
    }
    if (at < ring.time(0)) {
      spilled().add(at, amount, false);
      return;
    }
    spilled().add(ring.time(0), ring.amount(0), ring.fraud(0));
    ring.removeOldest();
    ring.add(at, key, counterpart, amount);
  }

  /// A label for an attempt that is known by the hour only is left out.
  void label(long key, boolean fraud) {
    int place = ring.placeOf(key);
    if (place >= 0) {
      ring.label(place, fraud);
    }
  }

  void evictThrough(long horizon) {
    while (ring.size() > 0 && ring.time(0) <= horizon) {
      ring.removeOldest();
    }
    if (tiles != null) {
      tiles.evictThrough(horizon);
      if (tiles.isEmpty()) {
        tiles = null;
      }
    }
  }

  /// What happened in `(after, through]`; good until the history changes.
  ///
  /// @param from place of the first of its exact attempts
  /// @param to one past the last
  record Window(EntityHistory of, long after, long through, int from, int to) {

    long count() {
      HourTiles older = of.tiles;
      return to - from + (older == null ? 0 : older.count(after, through));
    }

    long sum() {
      HourTiles older = of.tiles;
      return of.ring.sum(from, to) + (older == null ? 0 : older.sum(after, through));
    }

    long frauds() {
      HourTiles older = of.tiles;
      long frauds = older == null ? 0 : older.frauds(after, through);
      for (int place = from; of.ring.hasFrauds() && place < to; place++) {
        frauds += of.ring.fraud(place) ? 1 : 0;
      }
      return frauds;
    }

    /// Distinct counterparts (merchants of a card, cards of all others) among the exact attempts.
    int distinct() {
      return of.distinct.of(of.ring, from, to);
    }
  }

  Window window(long after, long through) {
    return new Window(
        this, after, through, ring.firstLaterThan(after), ring.firstLaterThan(through));
  }

  void forEach(LongConsumer each) {
    ring.forEach(each);
    if (tiles != null) {
      tiles.forEach(each);
    }
  }

  void save(StateWriter out) {
    ring.save(out);
    out.flag(tiles != null);
    if (tiles != null) {
      tiles.save(out);
    }
  }

  static EntityHistory restored(String name, StateReader in, DistinctCount distinct) {
    EntityHistory history = new EntityHistory(name, EventRing.restored(in), distinct);
    if (in.flag()) {
      history.tiles = HourTiles.restored(in);
    }
    return history;
  }

  private HourTiles spilled() {
    if (tiles == null) {
      tiles = new HourTiles();
    }
    return tiles;
  }
}
