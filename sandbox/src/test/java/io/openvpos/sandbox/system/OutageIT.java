package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.BesideOthers;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.network.OrderedFaults.Fault;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.SandboxFaults;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Parts of the world that are gone, one after another.
@OnChosenGround
@BesideOthers
class OutageIT {

  @Test
  void withoutRiskTheFloorDecidesAndWithoutANetworkEverythingIsDeclined(@TempDir Path data) {
    Map<String, String> settings =
        Map.of("vpos.risk.budget", "250ms", "vpos.authorization.unresolved-after", "1");
    try (Platform platform = PatientPlatform.start(data, settings)) {
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

      withoutAcknowledgements(platform, shop);
      withoutANetwork(platform, shop, small.path("id").asString(""));
    }
  }

  /// A person takes the issuer's word for a reversal that it never acknowledges.
  private static void withoutAcknowledgements(Platform platform, Shop shop) {
    IntStream.range(0, 100).forEach(_ -> platform.spoil(Fault.ACKNOWLEDGEMENT_LOST));
    Order unanswered = Order.of(20_000 + SandboxFaults.NEVER_ANSWERED, SandboxCards.VISA);
    String id = shop.pay(unanswered, "NO-WORD").expect(202).path("id").asString("");
    Api ops = operations(platform);
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(ops.get("/v1/unresolved-reversals").text()).contains(id));
    String resolution = "/v1/unresolved-reversals/" + id + "/1/resolution";

    assertThat(shop.api().get("/v1/unresolved-reversals").status()).isEqualTo(403);
    assertThat(ops.post(resolution, Map.of()).status()).isEqualTo(400);
    ops.post(resolution, Map.of("note", "ihraççı banka telefonda onayladı")).expect(200);

    assertThat(shop.payment(id).string("status")).isEqualTo("reversed");
    assertThat(shop.api().get("/v1/payments/" + id + "/events").text())
        .contains("operator.advice_resolved");
    assertThat(ops.post(resolution, Map.of("note", "again")).string("code"))
        .isEqualTo("reversal_not_unresolved");
    assertThat(ops.get("/v1/unresolved-reversals").text()).doesNotContain(id);
  }

  private static Api operations(Platform platform) {
    String token =
        DemoMerchants.token(
            platform.endpoints(),
            platform.credentials().opsEmail(),
            platform.credentials().opsPassword());
    return Api.of(platform.endpoints().authorization()).as(token);
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
