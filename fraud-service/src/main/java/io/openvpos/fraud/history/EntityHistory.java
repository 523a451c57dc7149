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

  /// What a card's history, exact for longer than those of busier kinds, knows of a payment.
  record Known(long at, long amount, boolean fraud) {}

  @Nullable Known known(long key) {
    int place = ring.placeOf(key);
    return place < 0 ? null : new Known(ring.time(place), ring.amount(place), ring.fraud(place));
  }

  /// A payment that was counted is not counted again. It stays at the newest time it came with, so
  /// that what exists depends on the newest part of the log alone (docs/decisions/0011).
  ///
  /// @param before the same payment as its card knows it; null if this is its first time
  void add(long at, long key, long counterpart, long amount, @Nullable Known before) {
    int place = ring.placeOf(key);
    if (place >= 0) {
      if (ring.time(place) < at) {
        ring.renew(place, at);
      }
      return;
    }
    boolean spilledBefore = before != null && isSpilled(before.at());
    if (before != null && spilledBefore && at <= before.at()) {
      return;
    }
    boolean moved =
        before != null
            && spilledBefore
            && spilled().change(before.at(), -1, -before.amount(), before.fraud() ? -1 : 0);
    add(at, key, counterpart, amount, moved && before != null && before.fraud());
  }

  private void add(long at, long key, long counterpart, long amount, boolean fraud) {
    if (ring.size() == EventRing.CAPACITY && at < ring.time(0)) {
      spilled().add(at, amount, fraud);
      return;
    }
    if (ring.size() == EventRing.CAPACITY) {
      spilled().add(ring.time(0), ring.amount(0), ring.fraud(0));
      ring.removeOldest();
    }
    ring.add(at, key, counterpart, amount);
    if (fraud) {
      ring.label(ring.placeOf(key), true);
    }
  }

  /// Whether an attempt of that time that is not in the ring is in the hours.
  private boolean isSpilled(long at) {
    return tiles != null && ring.size() > 0 && at <= ring.time(0);
  }

  /// Labels an attempt; one that is known by the hour only, in its hour.
  ///
  /// @param before the attempt as its card knew it until now; null if it is not remembered
  void label(long key, boolean fraud, @Nullable Known before) {
    int place = ring.placeOf(key);
    if (place >= 0) {
      ring.label(place, fraud);
    } else if (before != null && before.fraud() != fraud && isSpilled(before.at())) {
      spilled().change(before.at(), 0, 0, fraud ? 1 : -1);
    }
  }

  /// Marks an attempt as refunded; one that is known by the hour only is left out.
  void refund(long key) {
    int place = ring.placeOf(key);
    if (place >= 0) {
      ring.refund(place);
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

    /// Refunded payments among the exact attempts.
    int refunded() {
      int refunded = 0;
      for (int place = from; of.ring.hasRefunds() && place < to; place++) {
        refunded += of.ring.refunded(place) ? 1 : 0;
      }
      return refunded;
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
