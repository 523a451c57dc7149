package io.openvpos.sandbox.month;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Captured sales of days that are closed, from which refunds and chargebacks are drawn, each once.
final class Sold {

  /// A sale as its shop knows it.
  ///
  /// @param shop its place on the floor
  /// @param amount captured, minor units
  record Sale(int shop, String paymentId, String rrn, long amount) {}

  private final List<Sale> today = new ArrayList<>();
  private final List<Sale> before = new ArrayList<>();

  synchronized void add(Sale sale) {
    today.add(sale);
  }

  /// Today's sales may be drawn from now on. Sorted, so that what is drawn does not depend on which
  /// checkout was faster.
  synchronized void endOfDay() {
    today.sort((one, other) ->
        one.shop() != other.shop()
            ? Integer.compare(one.shop(), other.shop())
            : Long.compare(one.amount(), other.amount()));
    before.addAll(today);
    today.clear();
  }

  synchronized Optional<Sale> draw(RandomGenerator random) {
    if (before.isEmpty()) {
      return Optional.empty();
    }
    int place = random.nextInt(before.size());
    Sale drawn = before.get(place);
    before.set(place, before.getLast());
    before.removeLast();
    return Optional.of(drawn);
  }
}
