package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: what was sold in dollars is paid in lira, at the rate of the day and to the last kuruş;
/// held payouts wait; and the due list says what the ledger says.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class CurrencyIT {

  private final Bank bank;
  private final BusinessDay days;

  CurrencyIT(Bank bank) {
    this.bank = bank;
    days = bank.days();
  }

  @Test
  void aSaleInDollarsIsPaidInLiraOnceTheHoldIsLifted() {
    DemoMerchants.Shop shop = shop();
    String merchant = "/v1/merchants/" + shop.merchantId();
    String day = days.open();
    rates(day);
    bank.ops()
        .post(merchant + "/payout-hold", Map.of("reason", "Şüpheli satış incelemesi"))
        .expect(200);
    bank.at(shop).pay(Order.of(10_000, SandboxCards.VISA).in("USD"), "U-1").expect(201);
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          assertThat(owed(shop, "USD").path("pending").asLong()).isEqualTo(9_790);
          assertThat(owed(shop, "USD").path("hold").asString("")).startsWith("Şüpheli");
        });
    days.close(day);

    awaitBalance(shop, "USD", "available", 9_790);
    assertSameAsLedger(shop);
    bank.ops().post(merchant + "/payout-release", null).expect(200);
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(owed(shop, "USD").path("hold").isNull()).isTrue());
    JsonNode expected =
        settlement(shop).get("/v1/payables/calendar").expect(200).path("data").path(0);
    assertThat(expected.path("amount").asLong()).isEqualTo(9_790);
    assertThat(expected.path("settlement_currency").asString("")).isEqualTo("TRY");
    days.close(days.open());

    // 97.90 at 48.1235, half up.
    awaitBalance(shop, "TRY", "paid_out", 471_129);
    awaitBalance(shop, "USD", "available", 0);
    assertSameAsLedger(shop);
    assertThat(owed(shop, "USD").isMissingNode()).isTrue();
    assertThat(Verify.run(bank.platform().evidence())).hasSize(12).allMatch(Verdict::ok);
  }

  private DemoMerchants.Shop shop() {
    DemoMerchants.Shop shop =
        DemoMerchants.shop(
            bank.ops(),
            "Dövizli Turizm",
            "5943",
            "TR330006100519786457841326",
            Map.of("settlement_currency", "TRY", "minimum_payout", Map.of("TRY", 1_000)));
    DemoMerchants.awaitKnown(bank.platform().endpoints(), shop);
    return shop;
  }

  /// The file that ships, of the open day; a second person lets it count.
  private void rates(String day) {
    String[] date = day.split("-", 3);
    String xml =
        sample()
            .replace("26.11.2026", date[2] + "." + date[1] + "." + date[0])
            .replace("11/26/2026", date[1] + "/" + date[2] + "/" + date[0]);
    String id =
        bank.settlement()
            .send("POST", "/v1/fx-rates", xml, Map.of("Content-Type", "application/xml"))
            .expect(201)
            .path("id")
            .asString("");
    assertThat(bank.settlement().post("/v1/fx-rates/" + id + "/approve", null).string("code"))
        .isEqualTo("four_eyes");
    Api second =
        Api.of(bank.platform().endpoints().settlement())
            .as(
                DemoMerchants.token(
                    bank.platform().endpoints(),
                    PatientPlatform.SECOND_EMAIL,
                    PatientPlatform.SECOND_PASSWORD));
    second.post("/v1/fx-rates/" + id + "/approve", null).expect(200);
  }

  private static String sample() {
    try (InputStream file = CurrencyIT.class.getResourceAsStream("/fx/tcmb-sample.xml")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Pending, available, reserve and in transit of every currency.
  private void assertSameAsLedger(DemoMerchants.Shop shop) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          for (String currency : List.of("TRY", "USD")) {
            for (String field : List.of("pending", "available", "reserve", "in_transit")) {
              assertThat(owed(shop, currency).path(field).asLong())
                  .as("%s %s", currency, field)
                  .isEqualTo(balance(shop, currency, field));
            }
          }
        });
  }

  private void awaitBalance(DemoMerchants.Shop shop, String currency, String field, long amount) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(balance(shop, currency, field))
                .as("%s %s", currency, field)
                .isEqualTo(amount));
  }

  private long balance(DemoMerchants.Shop shop, String currency, String field) {
    JsonNode all =
        Api.of(bank.platform().endpoints().merchant())
            .as(shop.secretKey())
            .get("/v1/merchants/" + shop.merchantId() + "/balances")
            .expect(200)
            .path("data");
    return of(all, currency).path(field).asLong();
  }

  private JsonNode owed(DemoMerchants.Shop shop, String currency) {
    return of(settlement(shop).get("/v1/payables").expect(200).path("data"), currency);
  }

  private static JsonNode of(JsonNode rows, String currency) {
    return rows.valueStream()
        .filter(row -> row.path("currency").asString("").equals(currency))
        .findFirst()
        .orElseGet(() -> rows.path("none"));
  }

  private Api settlement(DemoMerchants.Shop shop) {
    return Api.of(bank.platform().endpoints().settlement()).as(shop.secretKey());
  }
}
