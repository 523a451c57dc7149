package io.openvpos.sandbox.attack;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.scenario.Shop;
import java.util.List;
import java.util.Map;

/// Shops for attacks, under the platform's own risk policy: 20 tries of one card a minute, 60 an
/// hour, 200 a day.
public final class AttackShops {

  private static final String MCC = "5732";
  private static final String IBAN = "TR330006100519786457841326";
  private static final Map<String, Object> PLATFORM_POLICY = Map.of();

  private AttackShops() {}

  /// New merchants that the edge knows.
  ///
  /// @param ops merchant-service as the acquirer's staff
  public static List<Shop> open(Endpoints at, Api ops, List<String> names) {
    List<DemoMerchants.Shop> accounts =
        names.stream()
            .map(name -> DemoMerchants.shop(ops, name, MCC, IBAN, Map.of(), PLATFORM_POLICY))
            .toList();
    accounts.forEach(account -> DemoMerchants.awaitKnown(at, account));
    return accounts.stream()
        .map(account -> new Shop(at.authorization(), account.secretKey()))
        .toList();
  }
}
