package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.NoAnswerException;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.BesideOthers;
import io.openvpos.sandbox.ground.EmbeddedOnly;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.process.SandboxProcess;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Goal: a kill of the whole sandbox in the middle of load loses nothing that was told. Method:
/// shops pay, capture and refund against a sandbox in its own process until it is killed; the same
/// data is opened again, every answer that a shop got is compared with what is there, and all
/// invariants are checked after a close of the day.
@EmbeddedOnly("what is killed has its servers inside, and its data is opened again")
@BesideOthers
class KillIT {

  private static final int TOLD_BEFORE_THE_KILL = 150;

  private final Map<String, String> told = new ConcurrentHashMap<>();
  private final Map<String, Long> refunds = new ConcurrentHashMap<>();
  private final AtomicInteger next = new AtomicInteger();
  private final AtomicBoolean stop = new AtomicBoolean();

  @Test
  void nothingToldIsLost(@TempDir Path folder) throws Exception {
    Path data = folder.resolve("data");
    Map<String, String> env;
    try (SandboxProcess sandbox = SandboxProcess.start(folder, data)) {
      env = sandbox.awaitReady();
      loadUntilKilled(sandbox, new Shop(given(env, "AUTHORIZATION_URL"), given(env, "SECRET_KEY")));
    }

    try (Platform again = PatientPlatform.startEmbedded(data)) {
      Shop shop = new Shop(again.endpoints().authorization(), given(env, "SECRET_KEY"));
      assertThat(told).hasSizeGreaterThanOrEqualTo(TOLD_BEFORE_THE_KILL);
      told.forEach((id, status) -> assertStill(shop.payment(id), status));
      refunds.forEach((id, amount) ->
          assertThat(shop.payment(id).number("amount_refunded")).isGreaterThanOrEqualTo(amount));
      settle(again);
      assertThat(Verify.run(again.evidence(), PatientPlatform.PATIENCE))
          .hasSize(12)
          .allMatch(Verdict::ok);
    }
  }

  private void loadUntilKilled(SandboxProcess sandbox, Shop shop) throws Exception {
    try (ExecutorService shoppers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 8; i++) {
        shoppers.execute(() -> shopUntilDown(shop));
      }
      await().atMost(PatientPlatform.PATIENCE).until(() -> told.size() >= TOLD_BEFORE_THE_KILL);
      sandbox.kill();
      stop.set(true);
    }
  }

  private void shopUntilDown(Shop shop) {
    try {
      while (!stop.get()) {
        int number = next.incrementAndGet();
        Order order = Order.of(10_010, SandboxCards.APPROVING.get(number % 3));
        visit(shop, number % 4 == 0 ? order.manual() : order, number);
      }
    } catch (NoAnswerException e) {
      // The sandbox is gone; what was not told may be anything.
      stop.set(true);
    }
  }

  private void visit(Shop shop, Order order, int number) {
    Reply paid = shop.pay(order, "K-" + number);
    if (!paid.ok()) {
      return;
    }
    String id = paid.string("id");
    told.put(id, paid.string("status"));
    if (number % 4 == 0) {
      Reply captured = shop.capture(id, 5_010L, true);
      if (captured.ok()) {
        told.put(id, captured.string("status"));
      }
    } else if (number % 5 == 0) {
      Reply refund = shop.refund(id, 2_010L);
      if (refund.ok() && "succeeded".equals(refund.string("status"))) {
        refunds.put(id, 2_010L);
      }
    }
  }

  private static String given(Map<String, String> env, String name) {
    return Objects.requireNonNull(env.get(name), name);
  }

  private static void assertStill(Reply now, String toldStatus) {
    Set<String> allowed =
        switch (toldStatus) {
          case "authorized" -> Set.of("authorized", "captured");
          case "processing" -> Set.of("processing", "reversed");
          default -> Set.of(toldStatus);
        };
    assertThat(now.string("status")).isIn(allowed);
  }

  private static void settle(Platform platform) {
    BusinessDay days = new BusinessDay(platform.settlementAsFinance());
    days.close(days.open());
  }
}
