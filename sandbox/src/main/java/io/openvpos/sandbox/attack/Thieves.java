package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.bench.CardNumbers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The tries of each attack, in the order in which they are made.
final class Thieves {

  private static final int TESTED_TWICE = 2;
  private static final int TESTING_ADDRESSES = 20;
  private static final int ENUMERATING_ADDRESSES = 200;
  private static final int TAKEN_FOUR_TIMES = 4;

  private final int world;
  private final Random random;

  /// @param world 0 to 250, a part of every address
  Thieves(int world, Random random) {
    this.world = world;
    this.random = random;
  }

  /// Stolen cards, twice each, at one shop.
  List<Visit> testing(int cards) {
    CardNumbers stolen = new CardNumbers(random);
    List<Visit> tries = new ArrayList<>();
    for (int number = 0; number < cards; number++) {
      String card = stolen.next();
      String email = "user%d@mail%d.test".formatted(random.nextInt(1_000_000), world);
      for (int i = 0; i < TESTED_TWICE; i++) {
        tries.add(new Visit(true, 0, small(), card, address(TESTING_ADDRESSES), email));
      }
    }
    Collections.shuffle(tries, random);
    return tries;
  }

  /// One number of a BIN after another, at all shops.
  List<Visit> enumeration(int cards, int shops) {
    String range = CardNumbers.RANGES.getFirst();
    int first = random.nextInt(9_000_000);
    List<Visit> tries = new ArrayList<>();
    for (int number = 0; number < cards; number++) {
      String card = CardNumbers.of(range, first + number);
      String ip = address(ENUMERATING_ADDRESSES);
      tries.add(new Visit(true, random.nextInt(shops), small(), card, ip, ""));
    }
    return tries;
  }

  /// Cards of customers, one customer after another, at any of the shops.
  List<Visit> takeovers(List<Crowd.Customer> victims, int shops) {
    List<Visit> tries = new ArrayList<>();
    for (Crowd.Customer victim : victims) {
      String ip = address(250);
      for (int i = 0; i < TAKEN_FOUR_TIMES; i++) {
        long amount = (800_000 + random.nextLong(1_700_000)) / 100 * 100 + 90;
        int shop = random.nextInt(shops);
        tries.add(new Visit(true, shop, amount, victim.card(), ip, victim.email()));
      }
    }
    return tries;
  }

  private long small() {
    return (1 + random.nextInt(9)) * 100L + 90;
  }

  private String address(int of) {
    return "45.%d.7.%d".formatted(world, 1 + random.nextInt(of));
  }
}
