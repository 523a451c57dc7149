package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.ground.OnChosenGround;
import io.openvpos.sandbox.pagecheck.PageCheckCommand;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.threeds.CardOutcome;
import io.openvpos.sandbox.threeds.Otp;
import io.openvpos.sandbox.verify.Verdict;
import io.openvpos.sandbox.verify.Verify;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

/// Goal: a payment is authenticated over real sockets, by a browser without a script, and what the
/// issuer never said is not believed.
@ExtendWith(RunningPlatform.class)
@OnChosenGround
class ThreeDSecureIT {

  private static final String VISA_BIN = "41556501";
  private static final String BACK = "http://shop.test/back?basket=7";

  private final Bank bank;
  private final DemoMerchants.Shop account;
  private final Shop shop;

  ThreeDSecureIT(Bank bank) {
    this.bank = bank;
    account = bank.newShop("Şık Çanta & Oğulları");
    shop = bank.at(account);
  }

  @Test
  void cardholdersAreAuthenticatedAndOnlyTheIssuersWordCounts() {
    JsonNode lost = asked(SandboxCards.VISA, 7_000);
    Cardholder loser = challenged(lost).types(Otp.RESULT_LOST.code()).next();
    assertThat(loser.status()).isEqualTo(200);
    JsonNode swapped = asked(SandboxCards.VISA, 7_100);
    challenged(swapped).types(Otp.IDS_SWAPPED.code()).next();

    frictionless();
    challengesByCode();
    declinesOfTheIssuer();
    anotherProtocolAndScheme();
    exemptions();
    bank.awaitPassed(account, "three_d_secure");

    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(status(lost)).isEqualTo("declined"));
    assertThat(payment(lost).path("decline").path("code").asString(""))
        .isEqualTo("authentication_unavailable");
    assertThat(loser.looksAgain(url(lost)).location()).isEqualTo(BACK + "&payment_id=" + id(lost));
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(status(swapped)).isEqualTo("declined"));
    JsonNode waiting = asked(SandboxCards.VISA, 7_200);
    assertThat(Verify.run(bank.platform().evidence())).allMatch(Verdict::ok);
    assertThat(status(waiting)).isEqualTo("requires_action");
  }

  private void frictionless() {
    String key = UUID.randomUUID().toString();
    Map<String, Object> body = body(CardOutcome.FRICTIONLESS.card(VISA_BIN), 5_000, Map.of());
    Reply first = shop.api().post("/v1/payments", body, key);
    JsonNode payment = first.expect(201);
    assertThat(payment.path("status").asString("")).isEqualTo("requires_action");
    Cardholder holder = Cardholder.at(url(payment));
    assertThat(holder.html()).contains("Şık Çanta &amp; Oğulları").doesNotContain("null");
    assertThat(new CommandLine(new PageCheckCommand()).execute("--url", url(payment)))
        .as("the page is as inventoried")
        .isZero();
    holder.next();
    assertThat(holder.status()).isEqualTo(303);
    assertThat(holder.location()).isEqualTo(BACK + "&payment_id=" + id(payment));
    JsonNode paid = payment(payment);
    assertThat(paid.path("status").asString("")).isEqualTo("captured");
    assertThat(paid.path("next_action").isNull()).isTrue();
    JsonNode proved = paid.path("three_d_secure");
    assertThat(proved.path("status").asString("")).isEqualTo("authenticated");
    assertThat(proved.path("flow").asString("")).isEqualTo("frictionless");
    assertThat(proved.path("eci").asString("")).isEqualTo("05");
    assertThat(proved.path("liability_shift").asBoolean()).isTrue();
    Reply again = shop.api().post("/v1/payments", body, key);
    assertThat(again.expect(201)).isEqualTo(payment);
  }

  private void challengesByCode() {
    JsonNode right = asked(SandboxCards.VISA, 5_100);
    Cardholder holder = challenged(right);
    assertThat(holder.html()).contains("51.00 TRY", "Onay kodu");
    holder.types("424242");
    assertThat(holder.html()).contains("Kod yanlış");
    assertThat(status(right)).isEqualTo("requires_action");
    assertThat(holder.types(Otp.RIGHT.code()).next().location()).contains(id(right));
    assertThat(status(right)).isEqualTo("captured");
    assertThat(payment(right).path("three_d_secure").path("flow").asString(""))
        .isEqualTo("challenge");

    JsonNode twice = asked(SandboxCards.VISA, 5_200);
    challenged(twice).types(Otp.RESULT_TWICE.code()).next();
    assertThat(status(twice)).isEqualTo("captured");
    JsonNode broken = asked(SandboxCards.VISA, 5_300);
    assertThat(challenged(broken).types(Otp.BROKEN_RESPONSE.code()).next().location())
        .contains(id(broken));
    assertThat(status(broken)).isEqualTo("captured");
    JsonNode wrong = asked(SandboxCards.VISA, 5_400);
    challenged(wrong).types("1").types("2").types("3").next();
    assertDeclined(wrong, "authentication_failed");
    JsonNode rejected = asked(SandboxCards.VISA, 5_500);
    challenged(rejected).types(Otp.REJECTED.code()).next();
    assertDeclined(rejected, "authentication_rejected");
  }

  private void declinesOfTheIssuer() {
    JsonNode not = asked(CardOutcome.NOT_AUTHENTICATED.card(VISA_BIN), 5_600);
    assertThat(Cardholder.at(url(not)).next().status()).isEqualTo(303);
    assertDeclined(not, "authentication_failed");
    JsonNode unavailable = asked(CardOutcome.UNAVAILABLE.card(VISA_BIN), 5_700);
    Cardholder.at(url(unavailable)).next();
    assertThat(status(unavailable)).isEqualTo("captured");
    assertThat(payment(unavailable).path("three_d_secure").path("liability_shift").asBoolean(true))
        .isFalse();
    JsonNode insisted =
        shop.api()
            .post(
                "/v1/payments",
                body(CardOutcome.ERROR.card(VISA_BIN), 5_800, Map.of("required", true)),
                UUID.randomUUID().toString())
            .expect(201);
    Cardholder.at(url(insisted)).next();
    assertDeclined(insisted, "authentication_unavailable");
    JsonNode noProof = asked(CardOutcome.NO_PROOF.card(VISA_BIN), 5_900);
    Cardholder.at(url(noProof)).next();
    assertThat(payment(noProof).path("three_d_secure").path("status").asString(""))
        .isEqualTo("unavailable");
  }

  private void anotherProtocolAndScheme() {
    JsonNode troy = asked(CardOutcome.ATTEMPT.card("97920300"), 6_000);
    Cardholder.at(url(troy)).next();
    JsonNode tried = payment(troy).path("three_d_secure");
    assertThat(tried.path("eci").asString("")).isEqualTo("06");
    assertThat(tried.path("version").asString("")).isEqualTo("2.1.0");
    JsonNode mastercard = asked(CardOutcome.DECOUPLED.card("55287900"), 6_100);
    assertThat(Cardholder.at(url(mastercard)).next().html()).contains("Bankanızın uygulamasını");
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> assertThat(status(mastercard)).isEqualTo("captured"));
    JsonNode decoupled = payment(mastercard).path("three_d_secure");
    assertThat(decoupled.path("eci").asString("")).isEqualTo("02");
    assertThat(decoupled.path("flow").asString("")).isEqualTo("decoupled");
  }

  private void exemptions() {
    JsonNode exempt = exempting(SandboxCards.VISA, 2_000);
    assertThat(exempt.path("status").asString("")).isEqualTo("captured");
    assertThat(exempt.path("three_d_secure").path("exemption").asString("")).isEqualTo("low_value");
    JsonNode refused = exempting(CardOutcome.SOFT_DECLINE.card(VISA_BIN), 2_100);
    assertThat(refused.path("status").asString("")).isEqualTo("requires_action");
    challenged(refused).types(Otp.RIGHT.code()).next();
    assertThat(status(refused)).isEqualTo("captured");
  }

  private JsonNode exempting(String card, long amount) {
    return shop.api()
        .post(
            "/v1/payments",
            body(card, amount, Map.of("exemption", "low_value")),
            UUID.randomUUID().toString())
        .expect(201);
  }

  private Cardholder challenged(JsonNode payment) {
    return Cardholder.at(url(payment)).next().next();
  }

  private JsonNode asked(String card, long amount) {
    JsonNode payment =
        shop.api()
            .post("/v1/payments", body(card, amount, Map.of()), UUID.randomUUID().toString())
            .expect(201);
    assertThat(payment.path("status").asString("")).isEqualTo("requires_action");
    return payment;
  }

  private static Map<String, Object> body(String card, long amount, Map<String, Object> more) {
    Map<String, Object> body =
        new LinkedHashMap<>(Shop.Order.of(amount, card).body("3D-" + amount));
    Map<String, Object> wish = new LinkedHashMap<>(more);
    wish.put("return_url", BACK);
    body.put("three_d_secure", wish);
    return body;
  }

  private void assertDeclined(JsonNode payment, String code) {
    JsonNode now = payment(payment);
    assertThat(now.path("status").asString("")).isEqualTo("declined");
    assertThat(now.path("decline").path("code").asString("")).isEqualTo(code);
    assertThat(now.path("amount_authorized").asLong(-1)).isZero();
  }

  private JsonNode payment(JsonNode payment) {
    return shop.payment(id(payment)).expect(200);
  }

  private String status(JsonNode payment) {
    return payment(payment).path("status").asString("");
  }

  private static String id(JsonNode payment) {
    return payment.path("id").asString("");
  }

  private static String url(JsonNode payment) {
    return payment.path("next_action").path("url").asString("");
  }
}
