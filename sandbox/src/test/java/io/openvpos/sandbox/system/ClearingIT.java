package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.network.clearing.Order;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: what a day presents comes back from the network; a chargeback in its file is money of the
/// day after, and an item that the network forgot is an exception. Nothing is done by hand.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class ClearingIT {

  private final Bank bank;
  private final DemoMerchants.Shop account;
  private final Shop shop;
  private final BusinessDay days;
  private final Api finance;

  ClearingIT(Bank bank) {
    this.bank = bank;
    account = bank.newShop("Ğülşen Çiçek ve Ödeme");
    shop = bank.at(account);
    days = bank.days();
    finance = bank.settlement();
  }

  @Test
  void aChargebackAndAMissingItemComeBackInTheClearingFile() {
    String day = days.open();
    String disputed = sell(10_000, "C-1");
    String forgotten = sell(4_000, "C-2");
    String voided = shop.pay(Shop.Order.of(900, SandboxCards.VISA), "C-3").string("id");
    shop.cancel(voided).expect(200);
    bank.platform().orderClearing(Order.chargeback(disputed, 6_000, "10.4", "CASE-" + disputed));
    bank.platform().orderClearing(Order.fault("missing", forgotten));

    days.close(day);
    JsonNode result = reconciled(day);

    assertThat(result.path("closes").asBoolean()).isTrue();
    JsonNode missing =
        only(finance.get("/v1/reconciliation-exceptions?date=" + day).expect(200).path("data"));
    assertThat(missing.path("kind").asString("")).isEqualTo("missing_there");
    assertThat(missing.path("ours").path("rrn").asString("")).isEqualTo(forgotten);
    JsonNode chargeback =
        only(
            Api.of(bank.platform().endpoints().settlement())
                .as(account.secretKey())
                .get("/v1/chargebacks")
                .expect(200)
                .path("data"));
    assertThat(chargeback.path("amount").asLong()).isEqualTo(6_000);
    assertThat(chargeback.path("status").asString("")).isEqualTo("received");

    String next = days.open();
    bank.platform().orderClearing(withdrawn(disputed));
    days.close(next);
    // 60.00 taken back and the fee of the contract with its tax.
    JsonNode batch = batch(next);
    assertThat(batch.path("lines").asLong()).isEqualTo(1);
    assertThat(batch.path("gross").asLong()).isEqualTo(-6_000);
    assertThat(batch.path("net").asLong()).isLessThanOrEqualTo(-6_000);
    reconciled(next);

    String third = days.open();
    days.close(third);
    assertThat(batch(third).path("gross").asLong()).isEqualTo(6_000);
    reconciled(third);
    assertThat(Verify.run(bank.platform().evidence())).hasSize(12).allMatch(Verdict::ok);
  }

  private String sell(long amount, String orderId) {
    return shop.pay(Shop.Order.of(amount, SandboxCards.VISA), orderId)
        .expect(201)
        .path("authorization")
        .path("rrn")
        .asString("");
  }

  private static Order withdrawn(String rrn) {
    return new Order("CBR", rrn, 6_000, "", "CASE-" + rrn, 1);
  }

  private JsonNode reconciled(String day) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(
            () -> assertThat(finance.get("/v1/reconciliation/" + day).status()).isEqualTo(200));
    return finance.get("/v1/reconciliation/" + day).expect(200);
  }

  private JsonNode batch(String day) {
    return only(
        finance
            .get("/v1/batches?date=" + day + "&merchant=" + account.merchantId())
            .expect(200)
            .path("data"));
  }

  private static JsonNode only(JsonNode list) {
    assertThat(list.size()).isEqualTo(1);
    return list.get(0);
  }
}
