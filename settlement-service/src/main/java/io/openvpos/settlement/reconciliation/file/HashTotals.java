package io.openvpos.settlement.reconciliation.file;

import io.openvpos.settlement.reconciliation.domain.Item;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Counts and sums by type and currency, as a file ends with.
final class HashTotals {

  private record Sum(long count, long amount) {}

  private final Map<String, Sum> sums = new TreeMap<>();
  private long records;

  void add(Item item) {
    records++;
    sums.merge(
        item.type().letters() + "|" + item.currency(),
        new Sum(1, item.amount()),
        (one, other) ->
            new Sum(one.count() + other.count(), Math.addExact(one.amount(), other.amount())));
  }

  long records() {
    return records;
  }

  /// In the order of type and currency.
  List<String> lines() {
    return sums.entrySet().stream()
        .map(sum ->
            "S|%s|%d|%d".formatted(sum.getKey(), sum.getValue().count(), sum.getValue().amount()))
        .toList();
  }
}
