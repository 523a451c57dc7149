package io.openvpos.sandbox.simulation;

import io.openvpos.authorization.payment.OperationOrder.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/// What the shops do in a run: a function of the seed alone, so that leaving some of it out leaves
/// the rest as it was.
///
/// @param closeAfterMillis when staff asks for the first day's close
record Plan(List<Sale> sales, int closeAfterMillis, boolean beforeMidnight) {

  /// One payment and what is done with it.
  record Sale(
      int number,
      String merchantId,
      long amount,
      boolean manual,
      int afterMillis,
      boolean repeated,
      List<Step> steps) {}

  /// @param repeated the same request is sent twice at once
  record Step(int number, Action action, int afterMillis, boolean repeated) {}

  static Plan of(long seed, Set<Integer> leftOut) {
    SplittableRandom random = new SplittableRandom(seed ^ 0x5EEDL);
    List<Sale> sales = new ArrayList<>();
    int number = 0;
    for (int sale = 3 + random.nextInt(5); sale > 0; sale--) {
      Sale drawn = sale(random, number);
      number += 1 + drawn.steps().size();
      if (!leftOut.contains(drawn.number())) {
        sales.add(without(drawn, leftOut));
      }
    }
    return new Plan(sales, random.nextInt(25_000), random.nextInt(4) == 0);
  }

  /// How many things may be left out.
  int size() {
    return sales.stream().mapToInt(sale -> 1 + sale.steps().size()).sum();
  }

  private static Sale without(Sale sale, Set<Integer> leftOut) {
    return new Sale(
        sale.number(),
        sale.merchantId(),
        sale.amount(),
        sale.manual(),
        sale.afterMillis(),
        sale.repeated(),
        sale.steps().stream().filter(step -> !leftOut.contains(step.number())).toList());
  }

  private static Sale sale(SplittableRandom random, int number) {
    long amount = 1_000 + 100L * random.nextInt(100);
    if (random.nextInt(10) == 0) {
      amount += 51;
    }
    List<Step> steps = new ArrayList<>();
    for (int step = random.nextInt(5); step > 0; step--) {
      steps.add(
          new Step(
              number + 1 + steps.size(),
              action(random, amount),
              random.nextInt(12_000),
              random.nextInt(4) == 0));
    }
    return new Sale(
        number,
        "m_" + random.nextInt(2),
        amount,
        random.nextInt(5) < 2,
        random.nextInt(15_000),
        random.nextInt(3) == 0,
        steps);
  }

  private static Action action(SplittableRandom random, long amount) {
    Long part = random.nextInt(3) == 0 ? null : Long.valueOf(1 + random.nextLong(amount));
    return switch (random.nextInt(8)) {
      case 7 -> new Action.Incrementing(1 + random.nextLong(amount));
      case 0, 1 -> new Action.Capturing(part, random.nextInt(3) == 0);
      case 2 -> new Action.Voiding();
      default -> new Action.Refunding(part, null);
    };
  }
}
