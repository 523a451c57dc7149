package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.Shop;
import java.util.ArrayList;
import java.util.List;

/// The shops of a load, which the edge knows.
final class BenchShops {

  private static final String IBAN = "TR330006100519786457841326";

  private BenchShops() {}

  static List<Shop> open(Platform platform, int count) {
    Api ops =
        Api.of(platform.endpoints().merchant())
            .as(
                DemoMerchants.token(
                    platform.endpoints(),
                    platform.credentials().opsEmail(),
                    platform.credentials().opsPassword()));
    List<DemoMerchants.Shop> made = new ArrayList<>();
    for (int i = 1; i <= count; i++) {
      made.add(DemoMerchants.shop(ops, "Bench Market " + i, "5411", IBAN));
    }
    made.forEach(shop -> DemoMerchants.awaitKnown(platform.endpoints(), shop));
    return made.stream()
        .map(shop -> new Shop(platform.endpoints().authorization(), shop.secretKey()))
        .toList();
  }
}
