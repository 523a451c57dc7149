package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: money moved by hand is an entry, a batch line and a line of the report, to the last kuruş;
/// and the statement tells the same.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class AdjustmentIT {

  private final Bank bank;
  private final DemoMerchants.Shop account;
  private final BusinessDay days;
  private final Api asking;
  private final Api deciding;

  AdjustmentIT(Bank bank) {
    this.bank = bank;
    account = bank.newShop("Şükrü Gözlük İç ve Dış");
    days = bank.days();
    asking = bank.merchantAsFinance();
    deciding =
        Api.of(bank.platform().endpoints().merchant())
            .as(
                DemoMerchants.token(
                    bank.platform().endpoints(),
                    PatientPlatform.SECOND_EMAIL,
                    PatientPlatform.SECOND_PASSWORD));
  }

  @Test
  void aCorrectionAndAFeeAreSettledWithTheSales() {
    String day = days.open();
    String payment = bank.at(account).pay(Order.of(10_000, SandboxCards.VISA), "M-1").string("id");
    String correction = ask("correction", 700, payment, "k-1");
    String fee = ask("fee", -5_000, null, "k-2");
    assertThat(asking.post("/v1/adjustments/" + fee + "/approve", null).string("code"))
        .isEqualTo("four_eyes");
    decide(correction);
    decide(fee);
    String rejected = ask("correction", 1, null, "k-3");
    deciding.post("/v1/adjustments/" + rejected + "/reject", null).expect(200);

    days.close(day);

    // 100.00 less 2.00 and 0.10; 7.00 given; 50.00 and 2.50 of tax taken.
    JsonNode batch =
        bank.settlement()
            .get("/v1/batches?date=" + day + "&merchant=" + account.merchantId())
            .expect(200)
            .path("data")
            .path(0);
    assertThat(batch.path("lines").asLong()).isEqualTo(3);
    assertThat(batch.path("net").asLong()).isEqualTo(5_240);
    assertThat(batch.path("commission").asLong()).isEqualTo(4_500);
    assertThat(batch.path("tax").asLong()).isEqualTo(260);
    String report = days.report(batch.path("id").asString(""));
    assertThat(report)
        .contains(",adjustment," + payment + ",")
        .contains(",TRY,0.00,7.00,0.00,7.00,")
        .contains(",TRY,0.00,-50.00,-2.50,-52.50,");
    assertStatement(day, payment);
    assertChain();
    assertThat(Verify.run(bank.platform().evidence())).hasSize(12).allMatch(Verdict::ok);
  }

  private void assertStatement(String day, String payment) {
    Api shop = Api.of(bank.platform().endpoints().merchant()).as(account.secretKey());
    String query = "/v1/merchants/" + account.merchantId() + "/statements?currency=TRY&from=" + day;
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          String csv = shop.get(query + "&to=" + day + "&format=csv").text();
          assertThat(csv).contains("capture," + payment).contains("closing_balance");
          assertThat(csv).contains(",52.40");
        });
    Reply pdf = shop.get(query + "&to=" + day + "&format=pdf");
    assertThat(pdf.status()).isEqualTo(200);
    assertThat(pdf.text()).startsWith("%PDF-");
    JsonNode before =
        shop.get("/v1/merchants/" + account.merchantId() + "/balances?as_of=2027-02-28")
            .expect(200)
            .path("data")
            .path(0);
    assertThat(before.path("pending").asLong()).isZero();
  }

  private void assertChain() {
    JsonNode chain =
        asking
            .get(
                "/v1/merchants/"
                    + account.merchantId()
                    + "/ledger/chain?mode=test&currency=TRY&after_seq=1")
            .expect(200);
    assertThat(chain.path("intact").asBoolean()).isTrue();
    assertThat(chain.path("verified").asLong()).isGreaterThanOrEqualTo(3);
  }

  private String ask(String kind, long amount, @Nullable String payment, String key) {
    Map<String, Object> body =
        payment == null
            ? Map.of(
                "mode",
                "test",
                "currency",
                "TRY",
                "amount",
                amount,
                "kind",
                kind,
                "reason",
                "Üye işyeri talebi")
            : Map.of(
                "mode",
                "test",
                "currency",
                "TRY",
                "amount",
                amount,
                "kind",
                kind,
                "reason",
                "Üye işyeri talebi",
                "payment_id",
                payment);
    return asking
        .post("/v1/merchants/" + account.merchantId() + "/adjustments", body, key)
        .expect(201)
        .path("id")
        .asString("");
  }

  private void decide(String id) {
    JsonNode decided = deciding.post("/v1/adjustments/" + id + "/approve", null).expect(200);
    assertThat(decided.path("status").asString("")).isEqualTo("approved");
  }
}
