package io.openvpos.sandbox.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import io.openvpos.merchant.staff.TokenSigner;
import io.openvpos.merchant.staff.domain.Invitation;
import io.openvpos.merchant.staff.domain.User;
import io.openvpos.merchant.staff.mongo.MongoSigningKeys;
import io.openvpos.messaging.access.Role;
import io.openvpos.sandbox.attack.Attack;
import io.openvpos.sandbox.attack.AttackKind;
import io.openvpos.sandbox.attack.AttackPlan;
import io.openvpos.sandbox.attack.AttackShops;
import io.openvpos.sandbox.attack.Outcome;
import io.openvpos.sandbox.attack.RuleDesk;
import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.scenario.SandboxCards;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import io.openvpos.sandbox.threeds.Otp;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// Goal: what an analyst blocks or two analysts put in force stops sales, and says why. Method: a
/// block list of one e-mail domain and a rule of another, over the API, until sales of both are
/// declined; sales of nobody else are. A challenge asks the shopper, once, or reviews.
@ExtendWith(RunningPlatform.class)
class FraudRulesIT {

  private static final long SEED = 7;

  private final Bank bank;
  private final Shop shop;
  private final AtomicInteger orders = new AtomicInteger();

  FraudRulesIT(Bank bank) {
    this.bank = bank;
    shop = bank.at(bank.newShop("Şüpheci Kitabevi"));
  }

  @Test
  void aBlockListAndALiveRuleDeclineWithTheirReasons() {
    Api ayse = analyst("ayse@fraud.test");
    Api bora = analyst("bora@fraud.test");
    ayse.post(
            "/v1/lists",
            Map.of("list", "block_email", "value", "@engelli.test", "reason", "Kart denemesi"))
        .expect(201);
    String watched = "email_domain == \"kural.test\" && amount > 100";
    String set = inForce(ayse, bora, List.of(rule("watched_domain", watched, "decline")));

    awaitDeclined("biri@engelli.test", "block_list_email");
    awaitDeclined("biri@kural.test", "watched_domain");
    assertThat(pay("biri@iyi.test").string("status")).isEqualTo("captured");

    ayse.post("/v1/rule-sets/" + set + "/deactivate", null).expect(200);
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(
            () -> assertThat(pay("biri@kural.test").string("status")).isEqualTo("captured"));
  }

  @Test
  void aLiveChallengeAsksTheShopperOnceAndReviewsWhoCannotBeAsked() {
    Api ayse = analyst("ayse@fraud.test");
    Api bora = analyst("bora@fraud.test");
    String set =
        inForce(
            ayse,
            bora,
            List.of(
                rule("prove", "email_domain == \"kanit.test\"", "challenge"),
                rule("lost_device", "device == \"Kayip-7\"", "decline")));

    AtomicReference<JsonNode> unable = new AtomicReference<>();
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          JsonNode paid = pay("biri@kanit.test").body();
          assertThat(paid.path("risk").path("reasons").toString())
              .startsWith("[\"prove\",\"challenge_not_possible\"");
          unable.set(paid);
        });
    assertThat(unable.get().path("risk").path("decision").asString("")).isEqualTo("review");
    assertThat(unable.get().path("status").asString("")).isEqualTo("captured");
    awaitCase(ayse, unable.get());
    refundIsOnTheCase(ayse, unable.get().path("id").asString(""));

    JsonNode asked = challenged();
    JsonNode paid = shop.payment(asked.path("id").asString("")).expect(200);
    assertThat(paid.path("status").asString("")).isEqualTo("captured");
    assertThat(paid.path("risk").path("decision").asString("")).isEqualTo("challenge");
    assertThat(paid.path("three_d_secure").path("status").asString("")).isEqualTo("authenticated");
    JsonNode opinion = ayse.get("/v1/assessments/" + asked.path("id").asString("")).expect(200);
    assertThat(opinion.path("decision").asString("")).isEqualTo("approve");
    assertThat(opinion.path("authentication").asString("")).isEqualTo("authenticated");
    JsonNode before = opinion.path("superseded").path(0);
    assertThat(before.path("decision").asString("")).isEqualTo("challenge");
    assertThat(before.path("authentication").asString("")).isEqualTo("possible");
    assertThat(ayse.get("/v1/cases/" + asked.path("id").asString("")).status()).isEqualTo(404);

    Map<String, Object> lost = body("biri@iyi.test");
    lost.put("customer", Map.of("device_id", "Kayip-7"));
    JsonNode stopped = shop.api().post("/v1/payments", lost, "lost").expect(201);
    assertThat(stopped.path("risk").path("reasons").path(0).asString("")).isEqualTo("lost_device");
    assertThat(stopped.path("status").asString("")).isEqualTo("declined");
    ayse.post("/v1/rule-sets/" + set + "/deactivate", null).expect(200);
  }

  /// A payment that waits for its shopper, answered alike when it is sent again, and its proof.
  private JsonNode challenged() {
    Map<String, Object> body = body("biri@kanit.test");
    body.put("three_d_secure", Map.of("return_url", "http://shop.test/back"));
    JsonNode asked = shop.api().post("/v1/payments", body, "asked").expect(201);
    assertThat(asked.path("status").asString("")).isEqualTo("requires_action");
    assertThat(asked.path("risk").path("decision").asString("")).isEqualTo("challenge");
    assertThat(shop.api().post("/v1/payments", body, "asked").expect(201)).isEqualTo(asked);
    Cardholder.at(asked.path("next_action").path("url").asString(""))
        .next()
        .next()
        .types(Otp.RIGHT.code())
        .next();
    return asked;
  }

  private static void awaitCase(Api analyst, JsonNode payment) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(analyst.get("/v1/cases/" + payment.path("id").asString("")).status())
                .isEqualTo(200));
  }

  /// With all that happened before it, from the edge's own facts.
  private void refundIsOnTheCase(Api analyst, String payment) {
    shop.api()
        .post("/v1/payments/" + payment + "/refunds", Map.of("amount", 1_200), "refund")
        .expect(201);
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() ->
            assertThat(
                    analyst
                        .get("/v1/cases/" + payment)
                        .expect(200)
                        .path("timeline")
                        .valueStream()
                        .filter(each -> each.hasNonNull("amount"))
                        .map(each ->
                            each.path("what").asString("") + " " + each.path("amount").asLong(0)))
                .containsExactly("authorized 4200", "captured 4200", "refunded 1200"));
  }

  private Map<String, Object> body(String email) {
    Shop.Order order = Shop.Order.of(4_200, SandboxCards.VISA).by(email);
    return new LinkedHashMap<>(order.body("F-" + orders.incrementAndGet()));
  }

  /// What `attack` shows at length: made-up numbers of one BIN among honest sales.
  @Test
  void theStarterRulesStopAnEnumerationAndLetHonestCustomersPay() {
    AttackPlan plan = new AttackPlan(40, 80, SEED);
    RuleDesk desk = new RuleDesk(analyst("ayse@fraud.test"), analyst("bora@fraud.test"));
    Outcome off = enumerated(plan, false);
    desk.activate(RuleDesk.STARTER);
    Outcome on;
    try {
      on = enumerated(plan, true);
    } finally {
      desk.deactivate(RuleDesk.STARTER);
    }
    assertThat(off.attack().approvedPerThousand()).as("%s", off).isGreaterThan(950);
    assertThat(off.good().stopped()).as("%s", off).isZero();
    assertThat(on.attack().approvedPerThousand()).as("%s", on).isLessThan(300);
    assertThat(on.firstSeen()).as("%s", on).isBetween(1, 30);
    assertThat(on.good().stoppedPerThousand()).as("%s", on).isLessThan(75);
  }

  private Outcome enumerated(AttackPlan plan, boolean rules) {
    List<Shop> shops =
        AttackShops.open(
            bank.platform().endpoints(), bank.ops(), List.of("Şifreci A", "Şifreci B"));
    return new Attack(plan, shops, shops).run(AttackKind.BIN_ENUMERATION, rules);
  }

  private void awaitDeclined(String email, String reason) {
    await()
        .atMost(PatientPlatform.PATIENCE)
        .untilAsserted(() -> {
          JsonNode paid = pay(email).body();
          assertThat(paid.path("risk").path("reasons").toString()).contains(reason);
          assertThat(paid.path("status").asString("")).isEqualTo("declined");
          assertThat(paid.path("decline").path("code").asString("")).isEqualTo("fraud_suspected");
        });
  }

  private Reply pay(String email) {
    Shop.Order order = Shop.Order.of(4_200, SandboxCards.VISA).by(email);
    return shop.pay(order, "F-" + orders.incrementAndGet());
  }

  private static String inForce(Api author, Api other, List<Map<String, Object>> rules) {
    String set =
        author
            .post("/v1/rule-sets", Map.of("note", "deneme", "rules", rules))
            .expect(201)
            .path("id")
            .asString("");
    author.post("/v1/rule-sets/" + set + "/shadow", null).expect(200);
    other.post("/v1/rule-sets/" + set + "/approve", null).expect(200);
    author.post("/v1/rule-sets/" + set + "/activate", null).expect(200);
    return set;
  }

  private static Map<String, Object> rule(String code, String when, String action) {
    return Map.of(
        "code", code, "when", when, "action", action, "text_tr", "Kural", "text_en", "Rule");
  }

  private Api analyst(String email) {
    try (MongoClient client = MongoClients.create(bank.platform().evidence().mongoUri())) {
      TokenSigner signer =
          new TokenSigner(
              MongoSigningKeys.load(client.getDatabase("merchant"), Clock.systemUTC()),
              Clock.systemUTC());
      User user =
          User.invited(
              email, "", Set.of(Role.FRAUD_ANALYST), null, new Invitation("-", Instant.EPOCH));
      return Api.of(bank.platform().endpoints().fraud()).as(signer.sign(user));
    }
  }
}
