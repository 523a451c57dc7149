package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.process.Http;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: a payout that the bank paid and sent back is found in the bank's own notification, given
/// out again, and the ledger says so; the statement after it and the same bytes change nothing.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class BankMessagesIT {

  /// The simulated bank pays to it and sends the money back.
  private static final String RETURNING = "TR800006100519786457849404";

  private final Bank bank;
  private final Api finance;

  BankMessagesIT(Bank bank) {
    this.bank = bank;
    finance = bank.settlement();
  }

  @Test
  void whatCameBackIsGivenOutAgain() throws Exception {
    DemoMerchants.Shop shop =
        DemoMerchants.shop(bank.ops(), "Kapanmış Hesap Çiçekçilik", "5992", RETURNING);
    DemoMerchants.awaitKnown(bank.platform().endpoints(), shop);
    BusinessDay days = bank.days();
    String day = days.open();
    bank.at(shop).pay(Order.of(10_000, SandboxCards.VISA), "B-1").expect(201);
    days.close(day);
    JsonNode payout = awaitPayout(shop, day, "confirmed");
    String id = payout.path("id").asString();
    String paidOn = payout.path("execution_date").asString();

    String notification = Http.get(bank.platform().bankUrl() + "/notifications/" + paidOn).body();
    JsonNode taken = send(notification).expect(201);
    assertThat(taken.path("counts").path("payout_return").asLong()).isPositive();
    assertThat(taken.path("counts").path("exception").asLong()).isZero();
    assertThat(send(notification).status()).isEqualTo(200);
    String statement = Http.get(bank.platform().bankUrl() + "/statements/" + paidOn).body();
    JsonNode counts = send(statement).expect(201).path("counts");
    assertThat(counts.propertyNames()).containsExactly("known");

    awaitPayout(shop, day, "returned");
    JsonNode returned = finance.get("/v1/payouts/" + id).expect(200);
    assertThat(returned.path("steps").path(2).path("reason").asString()).isEqualTo("AC04");
    String replacedBy = returned.path("replaced_by").asString();
    Api own = Api.of(bank.platform().endpoints().settlement()).as(shop.secretKey());
    JsonNode reissue = own.get("/v1/payouts/" + replacedBy).expect(200);
    assertThat(reissue.path("replaces").asString()).isEqualTo(id);
    assertThat(reissue.path("amount").asLong()).isEqualTo(9_790);
    Api others =
        Api.of(bank.platform().endpoints().settlement()).as(bank.newShop("Başka").secretKey());
    assertThat(others.get("/v1/payouts/" + id).status()).isEqualTo(404);
    assertInTransit(shop);
    assertCorrectionTakesTwo(id);
    assertRefused();
    assertThat(Verify.run(bank.platform().evidence())).hasSize(12).allMatch(Verdict::ok);
  }

  private void assertInTransit(DemoMerchants.Shop shop) {
    Api ledger = Api.of(bank.platform().endpoints().merchant()).as(shop.secretKey());
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          JsonNode balance =
              ledger
                  .get("/v1/merchants/" + shop.merchantId() + "/balances")
                  .expect(200)
                  .path("data")
                  .path(0);
          assertThat(balance.path("in_transit").asLong()).isEqualTo(9_790);
          assertThat(balance.path("paid_out").asLong()).isZero();
        });
  }

  private void assertCorrectionTakesTwo(String id) {
    String correction = "/v1/payouts/" + id + "/correction";
    assertThat(
            finance
                .post(correction, Map.of("iban", "TR000006100519786457849404", "reason", "x"))
                .status())
        .isEqualTo(400);
    JsonNode proposed =
        finance
            .post(
                correction,
                Map.of("iban", "TR32 0010 0099 9990 1234 5678 90", "reason", "hesap kapanmış"))
            .expect(201);
    assertThat(proposed.path("status").asString()).isEqualTo("proposed");
    assertThat(finance.post(correction + "/approve", null).string("code")).isEqualTo("four_eyes");
  }

  private void assertRefused() {
    assertThat(send("<Document/>").string("code")).isEqualTo("bank_message_refused");
    assertThat(send("<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>").status())
        .isEqualTo(422);
  }

  private Reply send(String xml) {
    return finance.send(
        "POST", "/v1/bank-messages", xml, Map.of("Content-Type", "application/xml"));
  }

  private JsonNode awaitPayout(DemoMerchants.Shop shop, String day, String status) {
    String path =
        "/v1/payouts?merchant=" + shop.merchantId() + "&date=" + day + "&status=" + status;
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(finance.get(path).expect(200).path("data").size()).isOne());
    return finance.get(path).expect(200).path("data").path(0);
  }
}
