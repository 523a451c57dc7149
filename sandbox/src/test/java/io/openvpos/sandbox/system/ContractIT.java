package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.SandboxFaults;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.scenario.Shop.Order;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ExtendWith(RunningPlatform.class)
@OnChosenGround
class ContractIT {

  private static final String VALID =
      """
      {"amount": 5000, "currency": "TRY", "order_id": "C-1",
       "card": {"number": "4155650100416111", "expiry_month": 12, "expiry_year": 2030,
                "cvc": "123", "holder_name": "Şule Öz"}}\
      """;

  private final Bank bank;
  private final Shop shop;

  ContractIT(Bank bank) {
    this.bank = bank;
    shop = bank.at(bank.newShop("İnci Saat"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"amount\": 5000 | \"amount\": 0 | /amount",
        "\"amount\": 5000 | \"amount\": -1 | /amount",
        "\"amount\": 5000 | \"amount\": 10000000001 | /amount",
        "\"amount\": 5000 | \"amount\": 50.5 | /amount",
        "\"amount\": 5000 | \"amount\": 5000.0 | /amount",
        "\"amount\": 5000 | \"amount\": \"5000\" | /amount",
        "\"amount\": 5000 | \"amount\": null | /amount",
        "\"amount\": 5000, | \"\": 1, | /amount",
        "\"TRY\" | \"JPY\" | /currency",
        "\"TRY\" | \"try\" | /currency",
        "\"order_id\" | \"orderid\" | /orderid",
        "\"C-1\" | \"C-1\", \"installments\": 13 | /installments",
        "\"C-1\" | \"C-1\", \"installments\": 0 | /installments",
        "\"C-1\" | \"C-1\", \"capture_method\": \"later\" | /capture_method",
        "4155650100416111 | 4155650100416112 | /card/number",
        "4155650100416111 | 41556501004 | /card/number",
        "4155650100416111 | 4155 6501 0041 6111 | /card/number",
        "\"expiry_month\": 12 | \"expiry_month\": 13 | /card/expiry_month",
        "\"cvc\": \"123\" | \"cvc\": \"12\" | /card/cvc",
        "\"cvc\": \"123\" | \"cvv\": \"123\" | /card/cvv"
      })
  void aWrongFieldIsNamedAndNothingHappens(String right, String wrong, String pointer) {
    String body = VALID.replace(right.strip(), wrong.strip());

    Reply refused = raw(body, Map.of("Idempotency-Key", "k-" + wrong.hashCode()));

    assertProblem(refused, 400, "validation_failed");
    List<String> pointers = new ArrayList<>();
    refused.body().path("errors").forEach(e -> pointers.add(e.path("pointer").asString("")));
    assertThat(pointers).contains(pointer.strip());
    assertThat(refused.text()).doesNotContain("415565010041611").doesNotContain("Şule");
    assertThat(payments()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "\"text\"", "{\"amount\": 1,}", "null"})
  void whatIsNoJsonObjectIsMalformed(String body) {
    assertProblem(raw(body, Map.of("Idempotency-Key", "m")), 400, "malformed_json");
  }

  @Test
  void checksComeInTheirOrder() {
    Api nobody = Api.of(bank.platform().endpoints().authorization());
    Map<String, String> text = Map.of("Content-Type", "text/plain");
    String large = " ".repeat(70_000);

    assertProblem(nobody.send("POST", "/v1/nothing", "{", text), 401, "unauthenticated");
    assertProblem(
        nobody.as("sk_test_wrong").post("/v1/payments", Map.of()), 401, "unauthenticated");
    assertProblem(shop.api().send("POST", "/v1/nothing", "{", text), 404, "not_found");
    assertProblem(shop.api().delete("/v1/payments"), 405, "method_not_allowed");
    assertProblem(
        shop.api().send("POST", "/v1/payments", large, Map.of()), 413, "payload_too_large");
    assertProblem(
        shop.api().send("POST", "/v1/payments", "{", text), 415, "unsupported_media_type");
    assertProblem(
        shop.api().send("POST", "/v1/payments", "{", Map.of()), 400, "idempotency_key_missing");
    assertProblem(
        raw("{", Map.of("Idempotency-Key", "not visible")), 400, "idempotency_key_invalid");
    assertProblem(raw("{", Map.of("Idempotency-Key", "ok")), 400, "malformed_json");
  }

  @Test
  void messagesComeInTheCallersLanguageAndCodesDoNotChange() {
    String body = VALID.replace("5000", "0");

    Reply english = raw(body, Map.of("Idempotency-Key", "l", "Accept-Language", "en"));
    Reply turkish = raw(body, Map.of("Idempotency-Key", "l", "Accept-Language", "tr-TR,en;q=0.5"));

    assertThat(turkish.string("code")).isEqualTo(english.string("code"));
    assertThat(turkish.string("title")).isNotEqualTo(english.string("title"));
    assertThat(turkish.body().path("errors").get(0).path("message").asString(""))
        .isNotEqualTo(english.body().path("errors").get(0).path("message").asString(""));
  }

  @Test
  void aRepeatedRequestGetsTheFirstAnswerByteForByte() {
    Reply first = raw(VALID, Map.of("Idempotency-Key", "same"));
    String otherCvcAndLayout = VALID.replace("\"123\"", "\"999\"").replace("\n", " ");

    Reply again = raw(otherCvcAndLayout, Map.of("Idempotency-Key", "\"same\""));

    assertThat(first.status()).isEqualTo(201);
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(again.status()).isEqualTo(201);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(again.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(payments()).isOne();
  }

  @Test
  void aKeyIsNotReusedForAnotherBody() {
    raw(VALID, Map.of("Idempotency-Key", "one")).expect(201);

    Reply other = raw(VALID.replace("5000", "6000"), Map.of("Idempotency-Key", "one"));
    Reply otherCard =
        raw(VALID.replace("4155650100416111", SandboxCards.TROY), Map.of("Idempotency-Key", "one"));

    assertProblem(other, 422, "idempotency_key_reused");
    assertProblem(otherCard, 422, "idempotency_key_reused");
    assertThat(payments()).isOne();
  }

  @Test
  void aWaitingAnswerIsReplayedTooAfterThePaymentWentOn() {
    String body = VALID.replace("5000", String.valueOf(5_000 + SandboxFaults.NEVER_ANSWERED));
    Reply first = raw(body, Map.of("Idempotency-Key", "slow"));

    Reply again = raw(body, Map.of("Idempotency-Key", "slow"));

    assertThat(first.status()).isEqualTo(202);
    assertThat(again.status()).isEqualTo(202);
    assertThat(again.text()).isEqualTo(first.text());
  }

  @Test
  void oneKeyFromFiftyConnectionsIsOnePayment() throws Exception {
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      calls.add(() -> raw(VALID, Map.of("Idempotency-Key", "storm")));
    }

    Map<Integer, Integer> statuses = new HashMap<>();
    List<String> bodies = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(50)) {
      for (Future<Reply> call : connections.invokeAll(calls)) {
        statuses.merge(call.get().status(), 1, Integer::sum);
        if (call.get().status() == 201) {
          bodies.add(call.get().text());
        }
      }
    }

    assertThat(statuses.keySet()).isSubsetOf(201, 409);
    assertThat(bodies).isNotEmpty();
    assertThat(bodies.stream().distinct()).hasSize(1);
    assertThat(payments()).isOne();
  }

  @Test
  void refundsAtOnceNeverExceedTheCapture() throws Exception {
    String id = shop.pay(Order.of(10_000, SandboxCards.VISA), "RACE").string("id");
    List<Callable<Reply>> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(() -> shop.refund(id, 6_000L));
    }

    List<Integer> statuses = new ArrayList<>();
    try (ExecutorService connections = Executors.newFixedThreadPool(20)) {
      for (Future<Reply> call : connections.invokeAll(calls)) {
        statuses.add(call.get().status());
      }
    }

    assertThat(statuses).containsOnlyOnce(201);
    assertThat(shop.payment(id).number("amount_refunded")).isEqualTo(6_000);
  }

  @Test
  void anotherMerchantsPaymentIsNotThere() {
    String id = shop.pay(Order.of(5_000, SandboxCards.VISA), "MINE").string("id");
    Shop other = bank.at(bank.newShop("Başka Dükkân"));

    assertProblem(other.payment(id), 404, "not_found");
    assertProblem(other.api().get("/v1/payments/" + id + "/events"), 404, "not_found");
    assertProblem(other.cancel(id), 404, "not_found");
    assertProblem(other.capture(id, null, true), 404, "not_found");
    assertProblem(other.refund(id, null), 404, "not_found");
    assertThat(shop.payment(id).string("status")).isEqualTo("captured");
  }

  @Test
  void stateConflictsAreNamed() {
    String sale = shop.pay(Order.of(5_000, SandboxCards.VISA), "S").string("id");
    String hold = shop.pay(Order.of(5_000, SandboxCards.VISA).manual(), "H").string("id");
    String declined = shop.pay(Order.of(5_000, SandboxCards.LOST), "L").string("id");

    assertProblem(shop.refund(hold, null), 409, "payment_not_refundable");
    assertProblem(shop.capture(declined, null, true), 409, "payment_not_capturable");
    assertProblem(shop.cancel(declined), 409, "payment_not_voidable");
    assertProblem(shop.capture(sale, null, true), 422, "capture_exceeds_authorized");
    shop.refund(sale, null).expect(201);
    assertProblem(shop.refund(sale, 1L), 422, "refund_exceeds_captured");
  }

  private Reply raw(String body, Map<String, String> headers) {
    return shop.api().send("POST", "/v1/payments", body, headers);
  }

  private int payments() {
    JsonNode page = shop.api().get("/v1/payments").expect(200);
    return page.path("data").size();
  }

  private static void assertProblem(Reply reply, int status, String code) {
    assertThat(reply.text()).contains(code);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(reply.string("code")).isEqualTo(code);
    assertThat(reply.number("status")).isEqualTo(status);
    assertThat(reply.string("title")).isNotEmpty().doesNotStartWith("problem.");
    assertThat(reply.string("detail")).isNotEmpty().doesNotStartWith("problem.");
    assertThat(reply.string("type")).isNotEmpty();
    assertThat(reply.string("instance")).startsWith("/v1/");
  }
}
