package io.openvpos.sandbox.month;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.month.Sold.Sale;
import io.openvpos.sandbox.network.clearing.Order;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// One day at all shops. What happens is drawn before the doors open, so that it does not depend on
/// who is faster; the amounts end in 90, which stands for no fault of the issuer's.
final class DayOfTrade {

  /// Shoppers at the checkouts at once.
  private static final int AT_ONCE = 6;

  private final TradingFloor floor;
  private final Sold sold;
  private final RandomGenerator random;
  private final Consumer<Order> clearing;
  private final List<Runnable> visits = new ArrayList<>();
  private final String day;
  private int orders;

  /// @param clearing has something in the network's next clearing file
  DayOfTrade(
      String day, TradingFloor floor, Sold sold, RandomGenerator random, Consumer<Order> clearing) {
    this.day = day;
    this.floor = floor;
    this.sold = sold;
    this.random = random;
    this.clearing = clearing;
  }

  /// Trades; returns when every visit was answered.
  void trade(int count) {
    for (int visit = 0; visit < count; visit++) {
      plan(random.nextInt(100));
    }
    dispute(1 + count / 100);
    try (ExecutorService checkouts = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> all = new ArrayList<>();
      visits.forEach(visit -> all.add(checkouts.submit(visit)));
      all.forEach(DayOfTrade::finish);
    }
    sold.endOfDay();
  }

  private static void finish(Future<?> visit) {
    try {
      visit.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("a visit failed", e.getCause());
    }
  }

  private void plan(int percent) {
    if (percent < 55) {
      sale(order());
    } else if (percent < 67) {
      sale(order(SandboxCards.VISA).over(2 + random.nextInt(11)));
    } else if (percent < 74) {
      sale(order().in("USD"));
    } else if (percent < 79) {
      sale(order().in("EUR"));
    } else if (percent < 84) {
      sale(order(any(SandboxCards.DECLINING)));
    } else if (percent < 88) {
      inTwoCaptures();
    } else if (percent < 91) {
      voided();
    } else {
      refund(percent % 2 == 0);
    }
  }

  private void sale(Shop.Order order) {
    int place = random.nextInt(floor.size());
    String id = orderId();
    visits.add(() -> remember(place, floor.shop(place).pay(order, id)));
  }

  private void remember(int place, Reply paid) {
    if (paid.expect(201).path("status").asString("").equals("captured")) {
      sold.add(
          new Sale(
              place,
              paid.string("id"),
              paid.body().path("authorization").path("rrn").asString(""),
              paid.body().path("amount_captured").asLong()));
    }
  }

  private void inTwoCaptures() {
    Shop shop = floor.shop(random.nextInt(floor.size()));
    Shop.Order order = order().manual();
    String id = orderId();
    visits.add(() -> {
      Reply held = shop.pay(order, id);
      if (held.expect(201).path("status").asString("").equals("authorized")) {
        shop.capture(held.string("id"), order.amount() / 3, false).expect(200);
        shop.capture(held.string("id"), null, true).expect(200);
      }
    });
  }

  private void voided() {
    Shop shop = floor.shop(random.nextInt(floor.size()));
    Shop.Order order = order();
    String id = orderId();
    visits.add(() -> {
      Reply paid = shop.pay(order, id);
      if (paid.expect(201).path("status").asString("").equals("captured")) {
        shop.cancel(paid.string("id")).expect(200);
      }
    });
  }

  /// Of a sale of an earlier day, whole or a third of it.
  private void refund(boolean whole) {
    Optional<Sale> drawn = sold.draw(random);
    if (drawn.isEmpty()) {
      sale(order());
      return;
    }
    Sale sale = drawn.get();
    Long amount = whole ? null : clean(sale.amount() / 3);
    visits.add(() -> floor.shop(sale.shop()).refund(sale.paymentId(), amount).expect(201));
  }

  /// Chargebacks of earlier sales, half of them withdrawn by the issuer on the next day.
  private void dispute(int count) {
    for (int number = 0; number < count; number++) {
      boolean withdrawn = random.nextBoolean();
      sold.draw(random)
          .ifPresent(sale -> {
            String about = "CASE-" + day + "-" + sale.rrn();
            clearing.accept(Order.chargeback(sale.rrn(), sale.amount(), "10.4", about));
            if (withdrawn) {
              clearing.accept(new Order("CBR", sale.rrn(), sale.amount(), "", about, 1));
            }
          });
    }
  }

  private Shop.Order order() {
    return order(any(SandboxCards.APPROVING));
  }

  private Shop.Order order(String card) {
    return Shop.Order.of(clean(2_000 + random.nextInt(198_000)), card);
  }

  private static long clean(long amount) {
    return amount - amount % 100 + 90;
  }

  private String any(List<String> cards) {
    return cards.get(random.nextInt(cards.size()));
  }

  private String orderId() {
    orders++;
    return day + "-" + orders;
  }
}
