package io.openvpos.sandbox.network.clearing;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Spoils the items of a file as ordered.
final class ClearingFaults {

  private ClearingFaults() {}

  /// False if the file has no such item.
  static boolean spoil(List<ClearingRecord> items, Order order) {
    OptionalInt place =
        IntStream.range(0, items.size())
            .filter(index ->
                items.get(index).caseReference().isEmpty()
                    && (order.rrn().equals("*") || items.get(index).rrn().equals(order.rrn())))
            .findFirst();
    place.ifPresent(index -> spoil(items, index, order.what()));
    return place.isPresent();
  }

  private static void spoil(List<ClearingRecord> items, int index, String what) {
    ClearingRecord item = items.get(index);
    switch (what) {
      case "missing" -> items.remove(index);
      case "extra" -> items.add(index, item.withRrn("X" + item.rrn().substring(1)));
      case "duplicate" -> items.add(index, item);
      case "amount" -> items.set(index, item.withAmount(item.amount() + 1));
      case "currency" ->
          items.set(index, item.withCurrency(item.currency().equals("USD") ? "EUR" : "USD"));
      default -> throw new IllegalArgumentException("not a fault: " + what);
    }
  }
}
