package io.openvpos.fraud.history;

import io.openvpos.fraud.state.StateReader;
import io.openvpos.fraud.state.StateWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/// What left a full ring: count, sum and known frauds by hour. A window that ends inside the tiles
/// is off by at most the hour that its edge cuts.
final class HourTiles {

  static final long HOUR = 3_600_000L;

  /// One hour's attempts.
  private static final class Tile {
    private long count;
    private long sum;
    private long frauds;
  }

  private final TreeMap<Long, Tile> tiles = new TreeMap<>();

  void add(long at, long amount, boolean fraud) {
    Tile tile = tiles.computeIfAbsent(Math.floorDiv(at, HOUR), hour -> new Tile());
    tile.count++;
    tile.sum += amount;
    tile.frauds += fraud ? 1 : 0;
  }

  void evictThrough(long horizon) {
    while (!tiles.isEmpty() && tiles.firstKey() * HOUR <= horizon) {
      tiles.pollFirstEntry();
    }
  }

  long count(long after, long through) {
    return within(after, through).values().stream().mapToLong(tile -> tile.count).sum();
  }

  long sum(long after, long through) {
    return within(after, through).values().stream().mapToLong(tile -> tile.sum).sum();
  }

  long frauds(long after, long through) {
    return within(after, through).values().stream().mapToLong(tile -> tile.frauds).sum();
  }

  boolean isEmpty() {
    return tiles.isEmpty();
  }

  void forEach(LongConsumer each) {
    tiles.forEach((hour, tile) -> {
      each.accept(hour);
      each.accept(tile.count);
      each.accept(tile.sum);
      each.accept(tile.frauds);
    });
  }

  void save(StateWriter out) {
    out.count(tiles.size());
    forEach(out::number);
  }

  static HourTiles restored(StateReader in) {
    HourTiles restored = new HourTiles();
    int hours = in.count(4 * Long.BYTES);
    for (int i = 0; i < hours; i++) {
      Tile tile = new Tile();
      restored.tiles.put(in.number(), tile);
      tile.count = in.number();
      tile.sum = in.number();
      tile.frauds = in.number();
    }
    return restored;
  }

  /// Tiles that begin in the window.
  private Map<Long, Tile> within(long after, long through) {
    long first = Math.floorDiv(after, HOUR) + 1;
    long last = Math.floorDiv(through, HOUR);
    return first > last ? Map.of() : tiles.subMap(first, true, last, true);
  }
}
