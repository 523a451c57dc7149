package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Parts of the world that are gone, one after another.
@OnChosenGround
class OutageIT {

  @Test
  void withoutRiskTheFloorDecidesAndWithoutANetworkEverythingIsDeclined(@TempDir Path data) {
    try (Platform platform = PatientPlatform.start(data, Map.of("vpos.risk.budget", "250ms"))) {
      DemoMerchants merchants =
          DemoMerchants.open(
              data.resolve("merchants.json"), platform.endpoints(), platform.credentials());
      Shop shop = new Shop(platform.endpoints().authorization(), merchants.first().secretKey());
      platform.stopFraud();

      JsonNode small = shop.pay(Order.of(50_000, SandboxCards.VISA), "SMALL").expect(201);
      JsonNode large = shop.pay(Order.of(50_010, SandboxCards.VISA), "LARGE").expect(201);

      assertThat(small.path("status").asString("")).isEqualTo("captured");
      assertThat(small.path("risk").path("timed_out").asBoolean()).isTrue();
      assertThat(large.path("status").asString("")).isEqualTo("declined");
      assertThat(large.path("decline").path("code").asString("")).isEqualTo("fraud_suspected");
      assertThat(large.path("risk").path("timed_out").asBoolean()).isTrue();

      withoutANetwork(platform, shop, small.path("id").asString(""));
    }
  }

  /// Nothing is sent, so the shop is told at once, and the same key tells it for ever.
  private static void withoutANetwork(Platform platform, Shop shop, String earlier) {
    platform.stopNetwork();
    Api api = shop.api();
    Map<String, Object> order = Order.of(20_000, SandboxCards.VISA).body("NO-NETWORK");

    Reply declined = api.post("/v1/payments", order, "no-network");

    JsonNode payment = declined.expect(201);
    assertThat(payment.path("status").asString("")).isEqualTo("declined");
    assertThat(payment.path("decline").path("code").asString("")).isEqualTo("issuer_unavailable");
    assertThat(payment.path("decline").path("network_code").isNull()).isTrue();
    assertThat(payment.path("authorization").isNull()).isTrue();
    assertThat(api.post("/v1/payments", order, "no-network").text()).isEqualTo(declined.text());
    Reply refund = shop.refund(earlier, 100L);
    assertThat(refund.status()).isEqualTo(503);
    assertThat(refund.string("code")).isEqualTo("issuer_unreachable");
    assertThat(shop.payment(earlier).number("amount_refunded")).isZero();
  }
}
