package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.BusinessDay;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningPlatform.class)
@OnChosenGround
class BusinessDayIT {

  private final Bank bank;
  private final DemoMerchants.Shop account;
  private final Shop shop;
  private final BusinessDay days;

  BusinessDayIT(Bank bank) {
    this.bank = bank;
    account = bank.newShop("Gün Sonu Market");
    shop = bank.at(account);
    days = bank.days();
  }

  @Test
  void aDayIsSettledToTheLastKurus() {
    String day = days.open();
    shop.pay(Order.of(10_000, SandboxCards.VISA), "S-1").expect(201);
    String refunded = shop.pay(Order.of(20_000, SandboxCards.TROY), "S-2").string("id");
    shop.refund(refunded, 5_000L).expect(201);
    String voided = shop.pay(Order.of(7_000, SandboxCards.VISA), "S-3").string("id");
    shop.cancel(voided).expect(200);

    JsonNode closed = days.close(day);

    // 300.00 captured, 70.00 voided, 50.00 refunded: 2 % commission and 5 % tax on it.
    JsonNode batch = batch(day);
    assertThat(batch.path("gross").asLong()).isEqualTo(25_000);
    assertThat(batch.path("commission").asLong()).isEqualTo(500);
    assertThat(batch.path("tax").asLong()).isEqualTo(25);
    assertThat(batch.path("net").asLong()).isEqualTo(24_475);
    assertThat(batch.path("lines").asLong()).isEqualTo(5);
    assertThat(closed.path("digest").asString("")).hasSize(64);
    assertReport(day, batch);
    assertThat(days.payouts(day, "TRY")).contains("244.75").contains("pain.001.001.09");
    assertPaidOut(24_475);
    assertSound();
  }

  @Test
  void aSaleAfterTheCutOffBelongsToTheNextDay() {
    String day = days.open();
    shop.pay(Order.of(3_000, SandboxCards.VISA), "BEFORE").expect(201);
    bank.settlement().post("/v1/business-days/" + day + "/close", null).expect(202);
    String next = LocalDate.parse(day).plusDays(1).toString();
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(days.open()).isEqualTo(next));
    days.awaitClosed(day);
    shop.pay(Order.of(4_000, SandboxCards.VISA), "AFTER").expect(201);

    days.close(next);

    assertThat(batch(day).path("gross").asLong()).isEqualTo(3_000);
    assertThat(batch(next).path("gross").asLong()).isEqualTo(4_000);
    assertSound();
  }

  @Test
  void closingAgainIsTheSameAndOtherDatesAreRefused() {
    String day = days.open();
    days.close(day);
    Api settlement = bank.settlement();

    Reply again = settlement.post("/v1/business-days/" + day + "/close", null);
    Reply future = settlement.post("/v1/business-days/2099-01-01/close", null);
    Reply byOps =
        Api.of(bank.platform().endpoints().settlement())
            .as(
                DemoMerchants.token(
                    bank.platform().endpoints(),
                    bank.platform().credentials().opsEmail(),
                    bank.platform().credentials().opsPassword()))
            .post("/v1/business-days/" + days.open() + "/close", null);

    assertThat(again.status()).isEqualTo(202);
    assertThat(again.string("status")).isEqualTo("closed");
    assertThat(future.status()).isEqualTo(409);
    assertThat(future.string("code")).isEqualTo("day_not_open");
    assertThat(byOps.status()).isEqualTo(403);
  }

  @Test
  void aSaleOfYesterdayIsRefundedTodayAndNotVoided() {
    String day = days.open();
    String id = shop.pay(Order.of(10_000, SandboxCards.VISA), "OLD").string("id");
    days.close(day);
    String next = days.open();

    Reply voided = shop.cancel(id);
    shop.refund(id, null).expect(201);
    days.close(next);

    assertThat(voided.status()).isEqualTo(409);
    assertThat(voided.string("code")).isEqualTo("payment_not_voidable");
    // The commission comes back with the refund: the two days cancel each other out.
    assertThat(batch(day).path("net").asLong() + batch(next).path("net").asLong()).isZero();
    assertSound();
  }

  private JsonNode batch(String day) {
    JsonNode found =
        bank.settlement()
            .get("/v1/batches?date=" + day + "&merchant=" + account.merchantId())
            .expect(200)
            .path("data");
    assertThat(found.size()).isOne();
    return found.get(0);
  }

  private void assertReport(String day, JsonNode batch) {
    String report = days.report(batch.path("id").asString(""));
    List<String> lines = List.of(report.split("\r\n", -1));
    assertThat(lines.getFirst())
        .isEqualTo(
            "batch_id,sales_day,carried_over_from,type,payment_id,refund_id,order_id,entry_id,"
                + "captured_at,card_brand,last4,installments,rrn,authorization_code,currency,"
                + "gross,commission,tax,net,value_date");
    BigDecimal net = BigDecimal.ZERO;
    for (String line : lines.subList(1, lines.size() - 1)) {
      String[] cells = line.split(",", -1);
      assertThat(cells[1]).isEqualTo(day);
      BigDecimal sum =
          new BigDecimal(cells[15]).add(new BigDecimal(cells[16])).add(new BigDecimal(cells[17]));
      assertThat(new BigDecimal(cells[18])).isEqualByComparingTo(sum);
      net = net.add(new BigDecimal(cells[18]));
    }
    assertThat(net).isEqualByComparingTo("244.75");
    assertThat(report).contains(",100.00,-2.00,-0.10,97.90,");
  }

  private void assertPaidOut(long amount) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          JsonNode balance =
              bank.merchantAsFinance()
                  .get("/v1/merchants/" + account.merchantId() + "/balances?mode=test")
                  .body()
                  .path("data")
                  .path(0);
          assertThat(balance.path("paid_out").asLong()).isEqualTo(amount);
          assertThat(balance.path("pending").asLong()).isZero();
          assertThat(balance.path("available").asLong()).isZero();
          assertThat(balance.path("in_transit").asLong()).isZero();
        });
    JsonNode trial =
        bank.merchantAsFinance().get("/v1/ledger/trial-balance").expect(200).path("data");
    trial.forEach(book -> assertThat(book.path("sum").asLong()).isZero());
  }

  private void assertSound() {
    List<Verdict> verdicts = Verify.run(bank.platform().evidence());
    assertThat(verdicts).hasSize(12).allMatch(Verdict::ok);
  }
}
