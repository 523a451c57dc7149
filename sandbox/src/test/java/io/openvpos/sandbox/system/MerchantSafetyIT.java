package io.openvpos.sandbox.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.sandbox.client.Api;
import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DemoMerchants;
import io.openvpos.sandbox.platform.Endpoints;
import io.openvpos.sandbox.system.RunningPlatform.Bank;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

/// What a merchant sets for its own safety at one service holds at the others.
@ExtendWith(RunningPlatform.class)
class MerchantSafetyIT {

  private static final String ORIGIN = "https://shop.example";
  private static final String SALE =
      """
      {"amount": 12990, "currency": "TRY", "order_id": "SAFE-1", "card": {"number": \
      "4155650100416111", "expiry_month": 12, "expiry_year": 2030, "cvc": "123"}}\
      """;

  private final Bank bank;
  private final DemoMerchants.Shop shop;
  private final Api edge;

  MerchantSafetyIT(Bank bank) {
    this.bank = bank;
    shop = bank.newShop("Güvenli Kırtasiye");
    edge = Api.of(endpoints().authorization()).as(shop.secretKey());
  }

  @Test
  void aRegisteredOriginShowsTheCheckout() {
    String path = "/v1/merchants/" + shop.merchantId() + "/checkout-origins";
    assertThat(session().status()).isEqualTo(400);
    bank.ops().send("PUT", path, "{\"origins\": [\"" + ORIGIN + "\"]}", Map.of()).expect(200);
    assertThat(bank.ops().get(path).expect(200).toString()).contains(ORIGIN);
    Api.await("the edge knows the origin", () -> session().status() == 201);

    String url = session().expect(201).path("url").asString("");
    String page = endpoints().authorization() + url.substring(url.indexOf("/checkout/"));
    assertThat(Api.of(page).get("").headers().firstValue("Content-Security-Policy").orElse(""))
        .contains("frame-ancestors " + ORIGIN + ";");
  }

  @Test
  void thePolicyDecidesWhoIsAuthenticated() {
    String path = "/v1/merchants/" + shop.merchantId() + "/three-d-secure";
    String above = "{\"policy\": \"above\", \"above\": {\"TRY\": 12989}}";
    bank.ops().send("PUT", path, above, Map.of()).expect(200);
    Api.await("the edge knows the policy", () -> sale(edge, Map.of()).status() == 400);

    assertThat(sale(edge, Map.of()).text()).contains("/three_d_secure/return_url");
    String less = "{\"policy\": \"above\", \"above\": {\"TRY\": 12990}}";
    bank.ops().send("PUT", path, less, Map.of()).expect(200);
    Api.await("the edge knows it again", () -> sale(edge, Map.of()).status() == 201);
  }

  @Test
  void aKeyIsGoodForItsAddressesAndUntilItsEnd() {
    String elsewhere = key(Map.of("allowed_addresses", List.of("203.0.113.0/24")));
    for (String read :
        List.of(
            endpoints().authorization() + "/v1/payments",
            endpoints().merchant() + "/v1/merchants/" + shop.merchantId(),
            endpoints().settlement() + "/v1/batches")) {
      Api.await(read + " knows the key", () -> Api.of(read).as(elsewhere).get("").status() != 401);
      assertThat(Api.of(read).as(elsewhere).get("").status()).as(read).isEqualTo(403);
    }
    Api here = edge.as(key(Map.of("allowed_addresses", List.of("127.0.0.0/8", "::1"))));
    Api.await("the edge knows the key", () -> here.get("/v1/payments").status() == 200);

    // Of a short one a machine that is slow at the moment may hear when it is over.
    int seconds = 4;
    while (!wasGoodUntilItsEnd(Instant.now().plusSeconds(seconds))) {
      seconds *= 2;
    }
  }

  /// False if it was over before the edge knew it.
  private boolean wasGoodUntilItsEnd(Instant end) {
    Reply made = made(Map.of("expires_at", end.toString()));
    if (made.status() == 400) {
      assertThat(made.text()).contains("/expires_at");
      return false;
    }
    Api ending = edge.as(keyOf(made));
    AtomicInteger status = new AtomicInteger();
    Api.await(
        "the key has begun",
        () -> {
          status.set(ending.get("/v1/payments").status());
          return status.get() == 200 || Instant.now().isAfter(end);
        });
    if (status.get() != 200) {
      return false;
    }
    Api.await("the key has ended", () -> ending.get("/v1/payments").status() == 401);
    assertThat(Instant.now()).isAfterOrEqualTo(end);
    return true;
  }

  @Test
  void theLimitsOfAKeyInUseChangeAtEveryService() {
    JsonNode made = bank.ops().post(keys(), Map.of("mode", "test", "scope", "secret")).expect(201);
    String key = made.path("key").asString("");
    String path = keys() + "/" + made.path("id").asString("");
    List<Api> readers =
        List.of(
            Api.of(endpoints().authorization() + "/v1/payments").as(key),
            Api.of(endpoints().merchant() + "/v1/merchants/" + shop.merchantId()).as(key),
            Api.of(endpoints().settlement() + "/v1/batches").as(key));
    readers.forEach(api -> Api.await("the key is known", () -> api.get("").status() == 200));

    String foreign = bank.newShop("Komşu Kırtasiye").merchantId();
    assertThat(change(path.replace(shop.merchantId(), foreign), "{}").status()).isEqualTo(404);
    assertThat(change(path, "{\"scope\": \"publishable\"}").text()).contains("unknown_field");
    assertThat(change(path, "{\"allowed_addresses\": []}").text()).contains("/allowed_addresses");
    change(path, "{\"allowed_addresses\": [\"203.0.113.0/24\"]}").expect(200);
    readers.forEach(api -> Api.await("elsewhere only", () -> api.get("").status() == 403));

    Instant end = endsSoon(path);
    readers.forEach(api -> Api.await("from anywhere", () -> api.get("").status() != 403));
    readers.forEach(api -> Api.await("it has ended", () -> api.get("").status() == 401));
    assertThat(Instant.now()).isAfterOrEqualTo(end);
    Reply late = change(path, "{\"expires_at\": null}");
    assertThat(late.expect(409).path("code").asString("")).isEqualTo("key_ended");
    String trail = "/v1/audit?subject=merchant:" + shop.merchantId();
    assertThat(bank.ops().get(trail).expect(200).toString())
        .contains("merchant.key_limits_changed");
  }

  /// Opens the key to all networks until an end that is not over when the change arrives.
  private Instant endsSoon(String path) {
    for (int seconds = 5; ; seconds *= 2) {
      Instant end = Instant.now().plusSeconds(seconds);
      Reply changed =
          change(path, "{\"allowed_addresses\": null, \"expires_at\": \"" + end + "\"}");
      if (!changed.text().contains("in_the_past")) {
        changed.expect(200);
        return end;
      }
    }
  }

  private Reply change(String path, String body) {
    return bank.ops().send("PATCH", path, body, Map.of());
  }

  @Test
  void aKeyWithAPublicKeySignsWhatChangesSomething() throws GeneralSecurityException {
    KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    byte[] encoded = keys.getPublic().getEncoded();
    byte[] raw = Arrays.copyOfRange(encoded, encoded.length - 32, encoded.length);
    String jwk = Base64.getUrlEncoder().withoutPadding().encodeToString(raw);
    Api signing = edge.as(key(Map.of("signing_key", jwk)));
    Api.await("the edge knows the key", () -> signing.get("/v1/payments").status() == 200);

    assertThat(sale(signing, Map.of()).status()).isEqualTo(401);
    Map<String, String> signature = signed(keys);
    Reply sale = sale(signing, signature);
    assertThat(sale.expect(201).path("status").asString("")).isEqualTo("captured");
    assertThat(sale(signing, signature).status()).as("the same once more").isEqualTo(401);
    assertThat(sale(signing, signed(keys)).string("id")).isNotEqualTo(sale.string("id"));
  }

  /// The fields of a signed sale (RFC 9421, RFC 9530).
  private static Map<String, String> signed(KeyPair keys) throws GeneralSecurityException {
    String key = "safe-" + UUID.randomUUID();
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(SALE.getBytes(UTF_8));
    String digest = "sha-256=:" + Base64.getEncoder().encodeToString(hash) + ":";
    String covered =
        "(\"@method\" \"@path\" \"@query\" \"content-digest\" \"idempotency-key\");created="
            + Instant.now().getEpochSecond()
            + ";nonce=\""
            + UUID.randomUUID()
            + "\"";
    String base =
        String.join(
            "\n",
            "\"@method\": POST",
            "\"@path\": /v1/payments",
            "\"@query\": ?",
            "\"content-digest\": " + digest,
            "\"idempotency-key\": " + key,
            "\"@signature-params\": " + covered);
    Signature signer = Signature.getInstance("Ed25519");
    signer.initSign(keys.getPrivate());
    signer.update(base.getBytes(UTF_8));
    return Map.of(
        "Idempotency-Key",
        key,
        "Content-Digest",
        digest,
        "Signature-Input",
        "shop=" + covered,
        "Signature",
        "shop=:" + Base64.getEncoder().encodeToString(signer.sign()) + ":");
  }

  private static Reply sale(Api api, Map<String, String> fields) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("Idempotency-Key", "safe-" + UUID.randomUUID());
    all.putAll(fields);
    return api.send("POST", "/v1/payments", SALE, all);
  }

  private Reply session() {
    return edge.post(
        "/v1/checkout/sessions",
        Map.of(
            "amount",
            12990,
            "currency",
            "TRY",
            "success_url",
            "https://shop.example/ok",
            "embed_origin",
            ORIGIN),
        "safe-" + UUID.randomUUID());
  }

  private String key(Map<String, Object> limits) {
    return keyOf(made(limits));
  }

  private static String keyOf(Reply made) {
    return made.expect(201).path("key").asString("");
  }

  private Reply made(Map<String, Object> limits) {
    Map<String, Object> wanted = new LinkedHashMap<>(Map.of("mode", "test", "scope", "secret"));
    wanted.putAll(limits);
    return bank.ops().post(keys(), wanted);
  }

  private String keys() {
    return "/v1/merchants/" + shop.merchantId() + "/api-keys";
  }

  private Endpoints endpoints() {
    return bank.platform().endpoints();
  }
}
