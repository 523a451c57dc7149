package io.openvpos.sandbox.scenario;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.scenario.Shop.Order;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// "A shop's day": about 200 payments of every kind at two shops, over HTTP, a few at a time. The
/// same payments on every play; only ids and times differ.
public final class ShopDay {

  /// Shoppers at the checkout at once.
  private static final int AT_ONCE = 6;

  private static final long SEED = 20_261_123;

  private final List<Shop> shops;
  private final Random random = new Random(SEED);
  private final List<Consumer<Shop>> visits = new ArrayList<>();
  private final AtomicInteger openings = new AtomicInteger();
  private int orders;

  public ShopDay(List<Shop> shops) {
    this.shops = List.copyOf(shops);
    plan();
  }

  /// Payments that will be made.
  public int payments() {
    return visits.size();
  }

  /// Small payments that were made before the day began, while the platform was cold.
  public int openings() {
    return openings.get();
  }

  /// Plays the day; `progress` ticks after each payment.
  public void play(Runnable progress) {
    shops.forEach(this::openTheDoor);
    try (ExecutorService checkout = Executors.newFixedThreadPool(AT_ONCE)) {
      for (int i = 0; i < visits.size(); i++) {
        Consumer<Shop> visit = visits.get(i);
        // Two of three payments are the first shop's.
        Shop shop = shops.get(i % 3 == 2 ? 1 : 0);
        checkout.execute(() -> {
          visit.accept(shop);
          progress.run();
        });
      }
    }
  }

  /// The first payments of a platform just started are slow, and a slow assessment is none: until
  /// one comes in time, small amounts that the merchant's policy approves anyway.
  private void openTheDoor(Shop shop) {
    for (int i = 0; i < 20; i++) {
      openings.incrementAndGet();
      Reply paid = shop.pay(Order.of(1_090, SandboxCards.VISA), "OPENING");
      if (!paid.body().path("risk").path("timed_out").asBoolean(true)) {
        return;
      }
    }
  }

  private void plan() {
    repeat(110, () -> sale(Order.of(amount(), approving())));
    repeat(12, () -> sale(Order.of(amount(), SandboxCards.VISA).over(2 + random.nextInt(5))));
    repeat(6, () -> sale(Order.of(amount(), SandboxCards.MASTERCARD).in("USD")));
    repeat(4, () -> sale(Order.of(amount(), SandboxCards.VISA).in("EUR")));
    SandboxCards.DECLINING.forEach(card -> repeat(3, () -> sale(Order.of(amount(), card))));
    List.of(5, 51, 54, 91).forEach(code -> sale(Order.of(round() + code, SandboxCards.VISA)));
    repeat(3, () -> sale(Order.of(amount(), approving()).by("shopper@fraud.test")));
    sale(Order.of(round() + SandboxFaults.NEVER_ANSWERED, SandboxCards.TROY));
    sale(Order.of(round() + SandboxFaults.ANSWERED_LATE, SandboxCards.MASTERCARD));
    repeat(8, () -> manual((shop, id, amount) -> shop.capture(id, null, true)));
    repeat(6, () -> manual(ShopDay::captureInTwo));
    repeat(4, () -> manual((shop, id, amount) -> shop.cancel(id)));
    repeat(3, () -> manual((shop, id, amount) -> {}));
    repeat(5, () -> thenAct((shop, id, amount) -> shop.cancel(id)));
    repeat(6, () -> thenAct((shop, id, amount) -> shop.refund(id, null)));
    repeat(8, () -> thenAct(ShopDay::refundInPieces));
    thenAct((shop, id, amount) -> shop.refund(id, 1_000L + SandboxFaults.REFUND_DECLINED));
    thenAct((shop, id, amount) -> shop.refund(id, 1_000L + SandboxFaults.REFUND_UNANSWERED));
    Collections.shuffle(visits, random);
  }

  /// What a shop does with an approved payment.
  private interface Action {
    void on(Shop shop, String paymentId, long amount);
  }

  private void sale(Order order) {
    String orderId = orderId();
    visits.add(shop -> shop.pay(order, orderId));
  }

  private void manual(Action then) {
    acted(Order.of(amount(), approving()).manual(), then);
  }

  private void thenAct(Action then) {
    acted(Order.of(amount(), approving()), then);
  }

  private void acted(Order order, Action then) {
    String orderId = orderId();
    visits.add(shop -> {
      Reply paid = shop.pay(order, orderId);
      if (paid.status() == 201 && !"declined".equals(paid.string("status"))) {
        then.on(shop, paid.string("id"), order.amount());
      }
    });
  }

  private static void captureInTwo(Shop shop, String id, long amount) {
    shop.capture(id, amount / 2, false);
    shop.capture(id, amount / 4, true);
  }

  private static void refundInPieces(Shop shop, String id, long amount) {
    shop.refund(id, clean(amount / 3));
    shop.refund(id, clean(amount / 4));
  }

  /// Between 20.00 and 2,000.00, ending in a figure that stands for no fault.
  private long amount() {
    return clean(2_000 + random.nextInt(198_000));
  }

  private static long clean(long amount) {
    return amount - amount % 100 + 90;
  }

  private long round() {
    return (20 + random.nextInt(300)) * 100L;
  }

  private String approving() {
    return SandboxCards.APPROVING.get(random.nextInt(SandboxCards.APPROVING.size()));
  }

  private String orderId() {
    orders++;
    return "A-%04d".formatted(1_000 + orders);
  }

  private static void repeat(int times, Runnable plan) {
    for (int i = 0; i < times; i++) {
      plan.run();
    }
  }
}
