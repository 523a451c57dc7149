package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.platform.DemoCredentials;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.verify.Evidence;
import io.openvpos.sandbox.verify.reading.BookKeeping;
import io.openvpos.sandbox.verify.reading.Sources;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Makes the data folder that all closes begin with: a day of trade by shops of several kinds of
/// contracts, of which all is at rest, and whose close has been accepted and has got no further.
/// What the close has to fix, such as its cut-off, is fixed by then.
final class TradedDay {

  /// Nothing but a fault lets the issuer's or risk's time run out.
  static final Map<String, String> SETTINGS =
      Map.of(
          "vpos.issuer.answer-timeout",
          "5s",
          "vpos.risk.budget",
          "5s",
          "vpos.settlement.first-day",
          "2027-03-01");

  private static final String DAY = "2027-03-01";
  private static final String RATES = "/fx/tcmb-sample.xml";
  private static final Duration REST_WITHIN = Duration.ofMinutes(2);
  private static final List<Map<String, Object>> CONTRACTS =
      List.of(
          Map.of(),
          Map.of("reserve", Map.of("basis_points", 500, "release_days", 5)),
          Map.of("settlement_currency", "TRY"),
          Map.of("by_installment", true));

  private final Platform platform;
  private final int visits;
  private final Random random;

  private TradedDay(Platform platform, int visits, long seed) {
    this.platform = platform;
    this.visits = visits;
    this.random = new Random(seed);
  }

  /// Trades in the folder, which must be new; returns the day.
  static String in(Path data, int visits, long seed) {
    try (Platform platform = Platform.start(data, Ports.free(), SETTINGS)) {
      new TradedDay(platform, visits, seed).trade();
      return DAY;
    }
  }

  private void trade() {
    DemoCredentials people = platform.credentials();
    List<Shop> shops = shops(as(people.opsEmail(), people.opsPassword()));
    rates(people);
    for (int visit = 0; visit < visits; visit++) {
      visit(shops.get(visit % shops.size()), visit);
    }
    awaitRest();
    Api finance = platform.settlementAsFinance();
    finance.get("/v1/business-days/" + DAY).expect(200);
    platform.stopAllButSettlement();
    finance.post("/v1/business-days/" + DAY + "/close", null).expect(202);
  }

  private List<Shop> shops(Api ops) {
    List<DemoMerchants.Shop> accounts = new ArrayList<>();
    for (int number = 0; number < CONTRACTS.size(); number++) {
      accounts.add(
          DemoMerchants.shop(
              ops,
              "Gün Sonu Çarşısı " + (number + 1),
              "5943",
              "TR330006100519786457841326",
              CONTRACTS.get(number)));
    }
    accounts.forEach(account -> DemoMerchants.awaitKnown(platform.endpoints(), account));
    String edge = platform.endpoints().authorization();
    return accounts.stream().map(account -> new Shop(edge, account.secretKey())).toList();
  }

  /// Sales in three currencies and in instalments, parts captured, refunds and voids.
  private void visit(Shop shop, int number) {
    long amount = (20 + random.nextInt(1_900)) * 100L + 90;
    String card = SandboxCards.APPROVING.get(number % 3);
    Order order =
        switch (number / CONTRACTS.size() % 6) {
          case 1 -> Order.of(amount, SandboxCards.VISA).in("USD");
          case 2 -> Order.of(amount, SandboxCards.VISA).over(3);
          case 3 -> Order.of(amount, SandboxCards.MASTERCARD).in("EUR");
          case 4 -> Order.of(amount, card).manual();
          default -> Order.of(amount, card);
        };
    String id = shop.pay(order, "C-" + number).expect(201).path("id").asString("");
    switch (number / CONTRACTS.size() % 6) {
      case 4 -> shop.capture(id, amount / 2, true).expect(200);
      case 5 -> shop.refund(id, 1_000L).expect(201);
      default -> {
        // Bought and kept.
      }
    }
  }

  private void rates(DemoCredentials people) {
    String[] date = DAY.split("-", 3);
    String xml =
        sample()
            .replace("26.11.2026", date[2] + "." + date[1] + "." + date[0])
            .replace("11/26/2026", date[1] + "/" + date[2] + "/" + date[0]);
    String id =
        platform
            .settlementAsFinance()
            .send("POST", "/v1/fx-rates", xml, Map.of("Content-Type", "application/xml"))
            .expect(201)
            .path("id")
            .asString("");
    String second =
        DemoMerchants.token(
            platform.endpoints(), people.approverEmail(), people.approverPassword());
    Api.of(platform.endpoints().settlement())
        .as(second)
        .post("/v1/fx-rates/" + id + "/approve", null)
        .expect(200);
  }

  private static String sample() {
    try (InputStream file = TradedDay.class.getResourceAsStream(RATES)) {
      if (file == null) {
        throw new IllegalStateException(RATES + " is missing");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Api as(String email, String password) {
    return Api.of(platform.endpoints().merchant())
        .as(DemoMerchants.token(platform.endpoints(), email, password));
  }

  private void awaitRest() {
    Evidence evidence = platform.evidence();
    Sources sources =
        new Sources(
            evidence.mongoUri(),
            evidence.bootstrapServers(),
            evidence.registryUrl(),
            evidence.networkLog(),
            evidence.logs(),
            evidence.bankLog());
    try (BookKeeping keeping = new BookKeeping(sources, Clock.systemUTC())) {
      List<String> restless = keeping.books(REST_WITHIN).restless();
      if (!restless.isEmpty()) {
        throw new IllegalStateException("the trade does not come to rest: " + restless);
      }
    }
  }
}
