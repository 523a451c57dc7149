package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/// The sales of the load: automatic, many cards, 30 of 100 at the first shop. The same seed gives
/// the same sales. One caller at a time.
final class Traffic implements Supplier<Arrival> {

  private static final int AT_THE_FIRST = 30;
  private static final long LEAST = 2_000;
  private static final long MOST = 200_000;

  private final List<Shop> shops;
  private final Random random;
  private final CardNumbers cards;
  private long orders;

  Traffic(List<Shop> shops, long seed) {
    this.shops = List.copyOf(shops);
    this.random = new Random(seed);
    this.cards = new CardNumbers(random);
  }

  @Override
  public Arrival get() {
    Shop shop = shops.get(shop());
    Order order = Order.of(amount(), cards.next());
    String orderId = "B-" + orders++;
    return () -> Outcome.of(shop.pay(order, orderId));
  }

  int shop() {
    boolean first = shops.size() == 1 || random.nextInt(100) < AT_THE_FIRST;
    return first ? 0 : 1 + random.nextInt(shops.size() - 1);
  }

  /// Minor units; the last two digits stand for no fault of the issuer's.
  long amount() {
    long drawn = random.nextLong(LEAST, MOST);
    return drawn - drawn % 100 + 90;
  }
}
