package io.openvpos.sandbox.month;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.scenario.Shop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The shops of a month and what was agreed with each: in turn the plain contract, payment by
/// instalment, a reserve, tax inside the commission, later value dates, and fees of refunds and
/// chargebacks.
final class TradingFloor {

  private static final List<Map<String, Object>> ROWS =
      List.of(
          Map.of("rate_basis_points", 219),
          Map.of("min_installments", 2, "max_installments", 12, "rate_basis_points", 333),
          Map.of("card_class", "debit", "rate_basis_points", 97),
          Map.of("card_class", "prepaid", "rate_basis_points", 97));

  private static final List<Map<String, Object>> CONTRACTS =
      List.of(
          Map.of(),
          Map.of("rows", ROWS, "by_installment", true),
          Map.of("rows", ROWS, "reserve", Map.of("basis_points", 500, "release_days", 5)),
          Map.of("rows", ROWS, "bsmv", "inside"),
          Map.of("rows", ROWS, "value_days", 3),
          Map.of("rows", ROWS, "fees", Map.of("refund", 150, "chargeback", 2_500)));

  private static final List<String> CATEGORIES = List.of("5943", "5812", "5712", "5651", "5732");
  private static final String IBAN = "TR330006100519786457841326";

  private final List<DemoMerchants.Shop> accounts;
  private final List<Shop> shops;

  private TradingFloor(List<DemoMerchants.Shop> accounts, String edge) {
    this.accounts = accounts;
    shops = accounts.stream().map(account -> new Shop(edge, account.secretKey())).toList();
  }

  /// New merchants, made by the acquirer's staff; returns once the edge knows them.
  static TradingFloor open(Platform platform, int merchants) {
    Api ops =
        Api.of(platform.endpoints().merchant())
            .as(
                DemoMerchants.token(
                    platform.endpoints(),
                    platform.credentials().opsEmail(),
                    platform.credentials().opsPassword()));
    List<DemoMerchants.Shop> accounts = new ArrayList<>();
    for (int number = 0; number < merchants; number++) {
      accounts.add(
          DemoMerchants.shop(
              ops,
              "Çarşı Dükkânı " + (number + 1),
              CATEGORIES.get(number % CATEGORIES.size()),
              IBAN,
              CONTRACTS.get(number % CONTRACTS.size())));
    }
    accounts.forEach(account -> DemoMerchants.awaitKnown(platform.endpoints(), account));
    return new TradingFloor(List.copyOf(accounts), platform.endpoints().authorization());
  }

  int size() {
    return shops.size();
  }

  Shop shop(int place) {
    return shops.get(place);
  }

  DemoMerchants.Shop account(int place) {
    return accounts.get(place);
  }
}
