package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.SandboxFaults;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningPlatform.class)
@OnChosenGround
class LifecycleIT {

  private final Shop shop;

  LifecycleIT(Bank bank) {
    shop = bank.at(bank.newShop("Lale Çiçek"));
  }

  @Test
  void anAutomaticSaleIsCapturedWithItsApproval() {
    Reply sale = shop.pay(Order.of(12_990, SandboxCards.VISA), "A-1");

    JsonNode payment = sale.expect(201);
    assertThat(payment.path("status").asString("")).isEqualTo("captured");
    assertThat(payment.path("amount_authorized").asLong()).isEqualTo(12_990);
    assertThat(payment.path("amount_captured").asLong()).isEqualTo(12_990);
    assertThat(payment.path("amount_capturable").asLong()).isZero();
    assertThat(payment.path("card").path("brand").asString("")).isEqualTo("visa");
    assertThat(payment.path("card").path("bin").asString("")).isEqualTo("41556501");
    assertThat(payment.path("card").path("last4").asString("")).isEqualTo("6111");
    assertThat(payment.path("authorization").path("response_code").asString("")).isEqualTo("00");
    assertThat(payment.path("authorization").path("rrn").asString("")).matches("[0-9A-Z]{12}");
    assertThat(payment.path("decline").isNull()).isTrue();
    assertThat(payment.path("test").asBoolean()).isTrue();
    assertThat(sale.text()).doesNotContain(SandboxCards.VISA);
    assertThat(shop.payment(payment.path("id").asString("")).text()).isEqualTo(sale.text());
  }

  @ParameterizedTest
  @CsvSource({
    "4111111111111129, insufficient_funds, 51",
    "4129111111111111, do_not_honour, 05",
    "4125111111111115, expired_card, 54",
    "4127111111111113, lost_card, 41",
    "4126111111111114, stolen_card, 43",
    "4242424242424242, invalid_card, 14"
  })
  void theIssuersRefusalIsADeclinedPayment(String card, String code, String networkCode) {
    JsonNode payment = shop.pay(Order.of(5_000, card), "D").expect(201);

    assertThat(payment.path("status").asString("")).isEqualTo("declined");
    assertThat(payment.path("amount_authorized").asLong()).isZero();
    assertThat(payment.path("decline").path("code").asString("")).isEqualTo(code);
    assertThat(payment.path("decline").path("network_code").asString("")).isEqualTo(networkCode);
    assertThat(payment.path("authorization").path("code").isNull()).isTrue();
    assertThat(payment.path("authorization").path("response_code").asString(""))
        .isEqualTo(networkCode);
  }

  @ParameterizedTest
  @CsvSource({
    "2005, do_not_honour",
    "2051, insufficient_funds",
    "2054, expired_card",
    "2091, issuer_unavailable"
  })
  void theLastTwoDigitsPickAFault(long amount, String code) {
    JsonNode payment = shop.pay(Order.of(amount, SandboxCards.TROY), "F").expect(201);

    assertThat(payment.path("decline").path("code").asString("")).isEqualTo(code);
  }

  @Test
  void aDeclineByRiskSendsNothingToTheIssuer() {
    Order order = Order.of(5_000, SandboxCards.VISA).by("eve@fraud.test");

    JsonNode payment = shop.pay(order, "R").expect(201);

    assertThat(payment.path("status").asString("")).isEqualTo("declined");
    assertThat(payment.path("authorization").isNull()).isTrue();
    assertThat(payment.path("decline").path("code").asString("")).isEqualTo("fraud_suspected");
    assertThat(payment.path("decline").path("network_code").isNull()).isTrue();
    assertThat(payment.path("risk").path("decision").asString("")).isEqualTo("decline");
    assertThat(payment.path("risk").path("reasons").isEmpty()).isFalse();
  }

  @Test
  void anIssuerThatNeverAnswersLeadsToAReversal() {
    becomesReversed(10_000 + SandboxFaults.NEVER_ANSWERED);
  }

  @Test
  void anAnswerAfterTheDeadlineChangesNothing() {
    String id = becomesReversed(10_000 + SandboxFaults.ANSWERED_LATE);

    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(shop.api().get("/v1/payments/" + id + "/events").text()).contains("late"));
    assertThat(shop.payment(id).string("status")).isEqualTo("reversed");
  }

  @Test
  void aHoldIsCapturedInPartsUntilTheFinalOneReleasesTheRest() {
    String id = authorized(30_000);

    shop.capture(id, 10_000L, false).expect(200);
    JsonNode first = shop.payment(id).expect(200);
    assertThat(first.path("status").asString("")).isEqualTo("authorized");
    assertThat(first.path("amount_capturable").asLong()).isEqualTo(20_000);

    JsonNode last = shop.capture(id, 5_000L, true).expect(200);
    assertThat(last.path("status").asString("")).isEqualTo("captured");
    assertThat(last.path("amount_authorized").asLong()).isEqualTo(30_000);
    assertThat(last.path("amount_captured").asLong()).isEqualTo(15_000);
    assertThat(last.path("amount_capturable").asLong()).isZero();
  }

  @Test
  void aHoldGrowsByIncrementsAndOneThatIsNotAnsweredIsReversed() {
    String id = authorized(30_000);

    JsonNode more = shop.increment(id, 5_000).expect(201);
    assertThat(more.path("object").asString("")).isEqualTo("increment");
    assertThat(more.path("status").asString("")).isEqualTo("approved");
    JsonNode declined = shop.increment(id, 5_051).expect(201);
    assertThat(declined.path("status").asString("")).isEqualTo("declined");
    assertThat(declined.path("decline").path("code").asString("")).isEqualTo("insufficient_funds");
    JsonNode unknown = shop.increment(id, 5_000 + SandboxFaults.NEVER_ANSWERED).expect(201);
    assertThat(unknown.path("status").asString("")).isEqualTo("pending");
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(shop.api().get("/v1/payments/" + id + "/increments").text())
                .contains("reversed"));

    assertThat(shop.payment(id).number("amount_authorized")).isEqualTo(35_000);
    assertThat(shop.capture(id, 35_001L, false).status()).isEqualTo(422);
    JsonNode captured = shop.capture(id, 32_000L, true).expect(200);
    assertThat(captured.path("amount").asLong()).isEqualTo(30_000);
    assertThat(captured.path("amount_captured").asLong()).isEqualTo(32_000);
    assertThat(shop.increment(id, 100).string("code")).isEqualTo("payment_not_incrementable");
  }

  @Test
  void moreThanTheHoldIsNotCaptured() {
    String id = authorized(30_000);

    Reply tooMuch = shop.capture(id, 30_001L, false);

    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.string("code")).isEqualTo("capture_exceeds_authorized");
    assertThat(shop.payment(id).number("amount_captured")).isZero();
  }

  @Test
  void aHoldAndASaleOfTheSameDayCanBeVoided() {
    String hold = authorized(10_000);
    String sale = shop.pay(Order.of(9_000, SandboxCards.VISA), "V").string("id");

    assertThat(shop.cancel(hold).expect(200).path("status").asString("")).isEqualTo("voided");
    JsonNode voided = shop.cancel(sale).expect(200);

    assertThat(voided.path("status").asString("")).isEqualTo("voided");
    assertThat(voided.path("amount_captured").asLong()).isZero();
    assertThat(voided.path("amount_authorized").asLong()).isEqualTo(9_000);
    assertThat(shop.cancel(sale).string("code")).isEqualTo("payment_not_voidable");
  }

  @Test
  void refundsReturnUpToWhatWasCaptured() {
    String id = shop.pay(Order.of(10_000, SandboxCards.MASTERCARD), "B").string("id");

    JsonNode first = shop.refund(id, 6_000L).expect(201);
    Reply tooMuch = shop.refund(id, 4_001L);
    JsonNode rest = shop.refund(id, null).expect(201);

    assertThat(first.path("status").asString("")).isEqualTo("succeeded");
    assertThat(first.path("payment_id").asString("")).isEqualTo(id);
    assertThat(tooMuch.status()).isEqualTo(422);
    assertThat(tooMuch.string("code")).isEqualTo("refund_exceeds_captured");
    assertThat(rest.path("amount").asLong()).isEqualTo(4_000);
    assertThat(shop.payment(id).number("amount_refunded")).isEqualTo(10_000);
    assertThat(shop.payment(id).string("status")).isEqualTo("captured");
    assertThat(shop.refunds(id).expect(200).path("data").size()).isEqualTo(2);
  }

  @Test
  void aRefundThatTheIssuerDeclinesReleasesItsAmount() {
    String id = shop.pay(Order.of(10_000, SandboxCards.VISA), "B").string("id");

    JsonNode refund = shop.refund(id, 1_000L + SandboxFaults.REFUND_DECLINED).expect(201);

    assertThat(refund.path("status").asString("")).isEqualTo("failed");
    assertThat(shop.payment(id).number("amount_refunded")).isZero();
  }

  @Test
  void anUnansweredRefundFailsOnceItsReversalIsAcknowledged() {
    String id = shop.pay(Order.of(10_000, SandboxCards.VISA), "B").string("id");

    JsonNode refund = shop.refund(id, 1_000L + SandboxFaults.REFUND_UNANSWERED).expect(201);

    assertThat(refund.path("status").asString("")).isEqualTo("pending");
    String refundId = refund.path("id").asString("");
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(shop.api().get("/v1/refunds/" + refundId).string("status"))
                .isEqualTo("failed"));
    assertThat(shop.api().get("/v1/refunds/" + refundId).string("failure_code"))
        .isEqualTo("issuer_unavailable");
    assertThat(shop.payment(id).number("amount_refunded")).isZero();
  }

  @Test
  void theListIsFilteredAndPaged() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(shop.pay(Order.of(1_000 + i, SandboxCards.VISA), "PAGE").string("id"));
    }

    List<String> listed = new ArrayList<>();
    String after = "";
    boolean more = true;
    while (more) {
      JsonNode page = shop.api().get("/v1/payments?order_id=PAGE&limit=2" + after).expect(200);
      for (JsonNode payment : page.path("data")) {
        listed.add(payment.path("id").asString(""));
      }
      more = page.path("has_more").asBoolean();
      after = "&starting_after=" + listed.getLast();
    }

    assertThat(listed).containsExactlyElementsOf(made.reversed());
    assertThat(shop.api().get("/v1/payments?order_id=PAGE&status=voided").expect(200).path("data"))
        .isEmpty();
    assertThat(shop.api().get("/v1/payments?starting_after=pay_nothing").status()).isEqualTo(400);
  }

  @Test
  void aTokenPaysAgain() {
    JsonNode first = shop.pay(Order.of(1_500, SandboxCards.TROY), "T").expect(201);
    String token = first.path("card").path("token").asString("");

    JsonNode second =
        shop.api()
            .post("/v1/payments", Map.of("amount", 2_500, "currency", "TRY", "token", token), "t2")
            .expect(201);

    assertThat(second.path("status").asString("")).isEqualTo("captured");
    assertThat(second.path("card").path("token").asString("")).isEqualTo(token);
  }

  @Test
  void theTimelineTellsEveryFactInOrder() {
    String id = authorized(8_000);
    shop.capture(id, null, true);

    JsonNode events = shop.api().get("/v1/payments/" + id + "/events").expect(200).path("data");

    assertThat(events.size()).isGreaterThanOrEqualTo(3);
    assertThat(events.toString()).doesNotContain(SandboxCards.VISA).doesNotContain("\"123\"");
    List<Instant> times = new ArrayList<>();
    events.forEach(event -> times.add(Instant.parse(event.path("at").asString(""))));
    assertThat(times).isSorted();
  }

  private String becomesReversed(long amount) {
    Reply waiting = shop.pay(Order.of(amount, SandboxCards.VISA), "U");
    assertThat(waiting.status()).isEqualTo(202);
    assertThat(waiting.string("status")).isEqualTo("processing");
    assertThat(waiting.headers().firstValue("Retry-After")).isPresent();
    String id = waiting.string("id");
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(shop.payment(id).string("status")).isEqualTo("reversed"));
    assertThat(shop.payment(id).number("amount_authorized")).isZero();
    return id;
  }

  private String authorized(long amount) {
    JsonNode payment = shop.pay(Order.of(amount, SandboxCards.VISA).manual(), "M").expect(201);
    assertThat(payment.path("status").asString("")).isEqualTo("authorized");
    return payment.path("id").asString("");
  }
}
