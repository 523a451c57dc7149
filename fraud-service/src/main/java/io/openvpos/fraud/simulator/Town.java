package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt.CardKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/// Who pays where: cards and merchants at random places of a square of 100 by 100, a card paying
/// within a radius of 5, as the Fraud Detection Handbook describes its simulator; and some large
/// merchants that everybody reaches, because a virtual POS sells over the net.
record Town(List<Cardholder> cardholders, List<String> merchants) {

  private static final double SIDE = 100;
  private static final double RADIUS = 5;
  private static final int LARGE_MERCHANTS = 5;

  /// The handbook's mean amounts of 5 to 100, on the scale of prices at home.
  private static final int SCALE = 20 * 100;

  /// One honest card in twenty sends much of what it buys back.
  private static final double OFTEN_REFUNDED = 0.25;

  private static final double SELDOM_REFUNDED = 0.03;

  static Town built(Random random, int cards, int shops, int days) {
    double[][] places = new double[shops][];
    List<String> merchants = new ArrayList<>();
    for (int shop = 0; shop < shops; shop++) {
      places[shop] = new double[] {random.nextDouble() * SIDE, random.nextDouble() * SIDE};
      merchants.add("merchant-" + shop);
    }
    List<Cardholder> cardholders = new ArrayList<>();
    for (int card = 0; card < cards; card++) {
      cardholders.add(cardholder(random, card, days, places, merchants));
    }
    return new Town(cardholders, merchants);
  }

  private static Cardholder cardholder(
      Random random, int card, int days, double[][] places, List<String> merchants) {
    double x = random.nextDouble() * SIDE;
    double y = random.nextDouble() * SIDE;
    List<String> near = new ArrayList<>(merchants.subList(0, LARGE_MERCHANTS));
    for (int shop = LARGE_MERCHANTS; shop < places.length; shop++) {
      double dx = places[shop][0] - x;
      double dy = places[shop][1] - y;
      if (dx * dx + dy * dy < RADIUS * RADIUS) {
        near.add(merchants.get(shop));
      }
    }
    boolean late = random.nextInt(3) == 0;
    return new Cardholder(
        "card-" + card,
        "4155" + random.nextInt(40),
        (5 + random.nextDouble() * 95) * SCALE,
        random.nextDouble() * 4,
        late ? random.nextInt(days) : 0,
        random.nextInt(20) == 0 ? OFTEN_REFUNDED : SELDOM_REFUNDED,
        near,
        maybe(random, 0.8, "10.0." + card / (random.nextInt(8) == 0 ? 40 : 1)),
        maybe(random, 0.7, "shopper" + card / (random.nextInt(10) == 0 ? 3 : 1) + "@example.com"),
        maybe(random, 0.4, "device-" + card),
        new CardKind(random.nextInt(20) == 0, random.nextInt(20) == 0, random.nextInt(50) == 0));
  }

  /// Shops do not always say.
  private static @Nullable String maybe(Random random, double share, String value) {
    return random.nextDouble() < share ? value : null;
  }
}
