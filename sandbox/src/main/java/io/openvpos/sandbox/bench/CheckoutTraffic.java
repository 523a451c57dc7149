package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.scenario.Shop;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// Sessions that are opened by a shop and paid by a payer at once, with cards that take no part in
/// 3-D Secure. The same seed gives the same sessions. One caller at a time.
final class CheckoutTraffic implements Supplier<Arrival> {

  private static final String RANGE = "55287900";

  /// Accounts of the range from here on take no part.
  private static final int NO_PART_FROM = 9_000_000;

  private static final int ACCOUNTS = 1_000_000;

  private final Traffic sales;
  private final List<Shop> shops;
  private final Random random;
  private long orders;

  CheckoutTraffic(List<Shop> shops, long seed) {
    this.shops = List.copyOf(shops);
    sales = new Traffic(shops, seed);
    random = new Random(seed);
  }

  @Override
  public Arrival get() {
    Shop shop = shops.get(sales.shop());
    long amount = sales.amount();
    String card = card();
    String order = "BC-" + orders++;
    String key = new UUID(random.nextLong(), random.nextLong()).toString();
    return () -> {
      Reply opened = open(shop, amount, order, key);
      return opened.status() == 201
          ? PayerVisit.pay(opened.string("url"), card)
          : Outcome.failed("session: " + opened.status() + " " + opened.string("code"));
    };
  }

  String card() {
    return CardNumbers.of(RANGE, NO_PART_FROM + random.nextInt(ACCOUNTS));
  }

  static Reply open(Shop shop, long amount, String order, String key) {
    return shop.api()
        .post(
            "/v1/checkout/sessions",
            Map.of(
                "amount",
                amount,
                "currency",
                "TRY",
                "order_id",
                order,
                "success_url",
                PayerVisit.SHOP + "/tamam"),
            key);
  }
}
