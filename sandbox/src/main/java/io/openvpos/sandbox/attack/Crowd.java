package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.bench.CardNumbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Honest customers: each with a card, an e-mail and an address; every fifth shares one of eight
/// addresses of mobile carriers with strangers. Most sales are small or middling, one in twenty is
/// below 20 TRY and one in twenty is a large one.
final class Crowd {

  private static final int CARRIERS = 8;
  private static final int ONE_IN = 20;

  /// Somebody who pays.
  record Customer(String card, String ip, String email) {}

  private final Random random;
  private final List<Customer> customers = new ArrayList<>();

  /// @param world 0 to 250, a part of every address: crowds of another world share none with this
  Crowd(int size, int world, Random random) {
    this.random = random;
    CardNumbers cards = new CardNumbers(random);
    for (int number = 0; number < size; number++) {
      String ip =
          number % 5 == 0
              ? "100.64." + world + "." + (1 + random.nextInt(CARRIERS))
              : "88.%d.%d.%d".formatted(world, number / 250, 1 + number % 250);
      customers.add(new Customer(cards.next(), ip, "musteri%d@ev%d.test".formatted(number, world)));
    }
  }

  List<Customer> customers() {
    return customers;
  }

  /// A sale of anybody of them.
  Visit visit(int shops) {
    return visit(customers.get(random.nextInt(customers.size())), random.nextInt(shops), amount());
  }

  Visit visit(Customer customer, int shop, long amount) {
    return new Visit(false, shop, amount, customer.card(), customer.ip(), customer.email());
  }

  /// Minor units; the last two digits stand for no fault of the sandbox's issuers.
  long amount() {
    return switch (random.nextInt(ONE_IN)) {
      case 0 -> between(500, 2_000);
      case 1 -> between(500_000, 2_500_000);
      default -> Math.round(Math.exp(random.nextGaussian() * 0.7) * 250) * 100 + 90;
    };
  }

  private long between(int from, int to) {
    return (from + random.nextLong(to - from)) / 100 * 100 + 90;
  }
}
