package io.openvpos.settlement.reconciliation.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Counts and sums of pairs by class, type and currency of each side. The classes together are each
/// side's whole: that is what it closes by.
public final class Tally {

  /// @param match a class, or null for a side's whole
  private record Cell(@Nullable MatchClass match, ItemType type, String currency)
      implements Comparable<Cell> {

    @Override
    public int compareTo(Cell other) {
      int byClass =
          Comparator.nullsFirst(Comparator.<MatchClass>naturalOrder()).compare(match, other.match);
      int byType = byClass != 0 ? byClass : type.compareTo(other.type);
      return byType != 0 ? byType : currency.compareTo(other.currency);
    }
  }

  /// One row of the result. Amounts are minor units of `currency`.
  ///
  /// @param match null: everything of the day
  public record Row(
      @Nullable MatchClass match,
      ItemType type,
      String currency,
      long ourCount,
      long ours,
      long theirCount,
      long theirs) {

    private Row plus(long ourItems, long our, long theirItems, long their) {
      return new Row(
          match,
          type,
          currency,
          ourCount + ourItems,
          Math.addExact(ours, our),
          theirCount + theirItems,
          Math.addExact(theirs, their));
    }
  }

  private final Map<Cell, Row> rows = new TreeMap<>();

  public void add(Pair pair) {
    Item ours = pair.ours();
    Item theirs = pair.theirs();
    if (ours != null) {
      add(pair.match(), ours, 1, ours.amount(), 0, 0);
    }
    if (theirs != null) {
      add(pair.match(), theirs, 0, 0, 1, theirs.amount());
    }
  }

  /// Counts an item of ours into its side's whole, where it is read and not where it is matched.
  public void presented(Item item) {
    add(null, item, 1, item.amount(), 0, 0);
  }

  /// The same of theirs.
  public void cleared(Item item) {
    add(null, item, 0, 0, 1, item.amount());
  }

  private void add(
      @Nullable MatchClass match, Item item, long ourItems, long our, long theirItems, long their) {
    Cell cell = new Cell(match, item.type(), item.currency());
    Row row = rows.getOrDefault(cell, new Row(match, item.type(), item.currency(), 0, 0, 0, 0));
    rows.put(cell, row.plus(ourItems, our, theirItems, their));
  }

  /// Each side's whole first, then class by class.
  public List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /// Whether the classes together are both sides.
  public static boolean closes(List<Row> rows) {
    Map<String, long[]> left = new TreeMap<>();
    for (Row row : rows) {
      long sign = row.match() == null ? 1 : -1;
      long[] sums = left.computeIfAbsent(row.type().letters() + row.currency(), _ -> new long[4]);
      sums[0] += sign * row.ourCount();
      sums[1] += sign * row.ours();
      sums[2] += sign * row.theirCount();
      sums[3] += sign * row.theirs();
    }
    return left.values().stream()
        .allMatch(sums -> sums[0] == 0 && sums[1] == 0 && sums[2] == 0 && sums[3] == 0);
  }
}
