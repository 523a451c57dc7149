package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: shops keep cards and charge them later, and the network hears what it has to; over real
/// sockets, with the network's own rules.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class KeptCardsIT {

  private static final Map<String, Object> LATER =
      Map.of("initiator", "merchant", "reason", "recurring");

  private final Bank bank;
  private final Shop shop;

  KeptCardsIT(Bank bank) {
    this.bank = bank;
    shop = bank.at(bank.newShop("Aylık Çay"));
  }

  @Test
  void aCardIsKeptAndChargedLater() {
    chargedWithTheNameOfTheFirst();
    paidOnce();
    verifiedBefore();
    removedAndRefunded();
    offeredInParts();

    assertThat(Verify.run(bank.platform().evidence())).allMatch(Verdict::ok);
  }

  private void chargedWithTheNameOfTheFirst() {
    JsonNode first =
        pay(
                "card",
                card(SandboxCards.VISA),
                Map.of("initiator", "customer", "reason", "recurring", "initial", true))
            .expect(201);
    String token = first.path("card").path("token").asString("");
    String name = name(first);
    assertThat(first.path("status").asString("")).isEqualTo("captured");
    assertThat(name).matches("[0-9]{14}");

    JsonNode later = pay("token", token, LATER).expect(201);
    assertThat(later.path("status").asString("")).isEqualTo("captured");
    assertThat(name(later)).isEqualTo(name);
    assertThat(shop.payment(later.path("id").asString("")).expect(200)).isEqualTo(later);

    String other = token("multi_use", SandboxCards.MASTERCARD);
    assertThat(networkCode(pay("token", other, LATER))).isEqualTo("12");
    Map<String, Object> borrowed = new LinkedHashMap<>(LATER);
    borrowed.put("network_transaction_id", name);
    assertThat(networkCode(pay("token", other, borrowed))).isEqualTo("12");
  }

  private void paidOnce() {
    String once = token("single_use", SandboxCards.VISA);
    String key = UUID.randomUUID().toString();
    Reply paid = shop.api().post("/v1/payments", body("token", once), key);
    JsonNode payment = paid.expect(201);
    assertThat(payment.path("status").asString("")).isEqualTo("captured");
    assertThat(shop.api().post("/v1/payments", body("token", once), key).expect(201))
        .isEqualTo(payment);

    JsonNode refused =
        shop.api()
            .post("/v1/payments", body("token", once), UUID.randomUUID().toString())
            .expect(400);
    assertThat(refused.path("errors").path(0).path("code").asString("")).isEqualTo("token_used");
    assertThat(shop.refund(payment.path("id").asString(""), 500L).expect(201).path("status"))
        .hasToString("\"succeeded\"");
  }

  private void verifiedBefore() {
    JsonNode good = verified(SandboxCards.TROY);
    assertThat(good.path("status").asString("")).isEqualTo("verified");
    String token = good.path("card").path("token").asString("");
    JsonNode later = pay("token", token, LATER).expect(201);
    assertThat(later.path("status").asString("")).isEqualTo("captured");
    assertThat(name(later)).matches("[0-9]{14}");

    JsonNode bad = verified(SandboxCards.EXPIRED);
    assertThat(bad.path("status").asString("")).isEqualTo("declined");
    assertThat(bad.path("decline").path("code").asString("")).isEqualTo("expired_card");
    assertThat(bad.path("card").isNull()).isTrue();

    String key = UUID.randomUUID().toString();
    Map<String, Object> asked = Map.of("currency", "TRY", "token", token);
    JsonNode again = shop.api().post("/v1/card-verifications", asked, key).expect(201);
    assertThat(shop.api().post("/v1/card-verifications", asked, key).expect(201)).isEqualTo(again);
    JsonNode refused =
        shop.api()
            .post("/v1/card-verifications", Map.of("token", token, "store", true), key)
            .expect(400);
    assertThat(refused.path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("/currency", "/store");
  }

  private void removedAndRefunded() {
    String token = token("multi_use", SandboxCards.TROY);
    JsonNode paid =
        shop.api()
            .post("/v1/payments", body("token", token), UUID.randomUUID().toString())
            .expect(201);
    assertThat(bank.at(bank.newShop("Öbür Çay")).api().delete("/v1/tokens/" + token).status())
        .isEqualTo(404);
    assertThat(shop.api().delete("/v1/tokens/" + token).status()).isEqualTo(204);
    assertThat(shop.api().delete("/v1/tokens/" + token).status()).isEqualTo(404);

    JsonNode refused =
        shop.api()
            .post("/v1/payments", body("token", token), UUID.randomUUID().toString())
            .expect(400);
    assertThat(refused.path("errors").path(0).path("code").asString("")).isEqualTo("unknown_token");
    assertThat(shop.refund(paid.path("id").asString(""), 500L).expect(201).path("status"))
        .hasToString("\"succeeded\"");
  }

  private void offeredInParts() {
    JsonNode offered =
        shop.api().get("/v1/installments?bin=41556501&amount=10001&currency=TRY").expect(200);
    JsonNode three = offered.path("data").path(2);
    assertThat(three.path("installments").asInt()).isEqualTo(3);
    assertThat(three.path("part").asLong()).isEqualTo(3_333);
    assertThat(three.path("last").asLong()).isEqualTo(3_335);
    assertThat(three.path("total").asLong()).isEqualTo(10_001);
    JsonNode foreign =
        shop.api().get("/v1/installments?bin=37123456&amount=10000&currency=TRY").expect(200);
    assertThat(foreign.path("data").size()).isEqualTo(1);
    JsonNode wrong = shop.api().get("/v1/installments?bin=4155&amount=0").expect(400);
    assertThat(wrong.path("errors").findValuesAsString("pointer"))
        .containsExactlyInAnyOrder("bin", "amount", "currency");
  }

  private JsonNode verified(String number) {
    return shop.api()
        .post(
            "/v1/card-verifications",
            Map.of("currency", "TRY", "store", true, "card", card(number)),
            UUID.randomUUID().toString())
        .expect(201);
  }

  private String token(String usage, String number) {
    JsonNode made =
        shop.api()
            .post(
                "/v1/tokens",
                Map.of("usage", usage, "card", card(number)),
                UUID.randomUUID().toString())
            .expect(201);
    assertThat(made.path("usage").asString("")).isEqualTo(usage);
    return made.path("token").asString("");
  }

  private Reply pay(String source, Object value, Map<String, Object> credential) {
    Map<String, Object> body = body(source, value);
    body.put("credential_on_file", credential);
    return shop.api().post("/v1/payments", body, UUID.randomUUID().toString());
  }

  private static Map<String, Object> body(String source, Object value) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("amount", 12_000);
    body.put("currency", "TRY");
    body.put(source, value);
    return body;
  }

  private static Map<String, Object> card(String number) {
    return Map.of("number", number, "expiry_month", 12, "expiry_year", 2030, "cvc", "123");
  }

  private static String name(JsonNode payment) {
    return payment.path("credential_on_file").path("network_transaction_id").asString("");
  }

  private static String networkCode(Reply reply) {
    return reply.expect(201).path("decline").path("network_code").asString("");
  }
}
