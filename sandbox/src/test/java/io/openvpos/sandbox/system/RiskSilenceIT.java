package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

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

/// fraud-service stopped: the merchant's policy decides.
class RiskSilenceIT {

  @Test
  void withoutAnAssessmentTheFloorDecides(@TempDir Path data) {
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
    }
  }
}
