package io.openvpos.authorization.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.payment.PaymentFixture;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms.Policy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sessions and their page, as shops and browsers meet them on the network.
final class CheckoutHttpTest {

  private static final String BODY =
      """
      {"amount": 12990, "currency": "TRY", "order_id": "Sipariş 1", "locale": "tr",
       "success_url": "https://shop.test/ok?a=1", "cancel_url": "https://shop.test/no",
       "line_items": [{"name": "<b>Çizgili</b> defter", "quantity": 2, "amount": 12990}]}
      """;

  private static CheckoutEdge edge;

  @BeforeAll
  static void open() {
    edge = new CheckoutEdge();
  }

  @AfterAll
  static void close() {
    edge.close();
  }

  @Test
  void aKeyIsAnsweredByteForByteAgain() throws Exception {
    String key = edge.newKey();
    HttpResponse<String> first = edge.create(CheckoutEdge.SHOP, key, BODY);
    HttpResponse<String> second = edge.create(CheckoutEdge.SHOP, key, BODY);

    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(CheckoutEdge.json(first).path("url").asString()).startsWith("https://pay.test/");
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
    assertThat(edge.create(CheckoutEdge.SHOP, key, BODY.replace("12990", "1")).statusCode())
        .isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({"sk_test_2, 404", "sk_live_1, 404", "pk_test_1, 403", "sk_test_9, 401"})
  void nobodyElseSeesIt(String credential, int status) throws Exception {
    String path = edge.opened(BODY).replace("/checkout/", "/v1/checkout/sessions/");

    assertThat(edge.get(path, "Authorization", "Bearer sk_test_1").statusCode()).isEqualTo(200);
    assertThat(edge.get(path, "Authorization", "Bearer " + credential).statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount | 0 | out_of_range",
        "success_url | null | required",
        "success_url | \"ftp://shop.test/\" | invalid_url",
        "success_url | \"https://a:b@shop.test/\" | invalid_url",
        "success_url | \"https://shop.test/#x\" | invalid_url",
        "success_url | \"javascript:alert(1)\" | invalid_url",
        "cancel_url | \"/relative\" | invalid_url",
        "order_id | \"4155650100416111\" | card_number_not_allowed",
        "locale | \"de\" | invalid_value",
        "line_items | {} | invalid_type",
        "metadata | {\"session_id\": \"x\"} | invalid_name",
        "embed_origin | \"https://evil.test\" | origin_not_registered",
        "expires_in_minutes | 1 | out_of_range",
        "card | {} | unknown_field"
      })
  void aWrongFieldIsNamed(String field, String value, String code) throws Exception {
    JsonMapper json = new JsonMapper();
    ObjectNode body = (ObjectNode) json.readTree(BODY);
    body.set(field, json.readTree(value));
    HttpResponse<String> response = edge.create(CheckoutEdge.SHOP, edge.newKey(), body.toString());

    JsonNode error = CheckoutEdge.json(response).path("errors").path(0);
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(error.path("pointer").asString()).isEqualTo("/" + field);
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(error.path("message").asString()).isNotEqualTo("field." + code);
  }

  @Test
  void thePageSaysWhatIsPaidInBothLanguages() throws Exception {
    String path = edge.opened(BODY);
    HttpResponse<String> turkish = edge.get(path);
    HttpResponse<String> english = edge.get(path + "?lang=en");

    assertThat(turkish.body())
        .contains("129,90", "Sipariş 1", "Kart numarası", "&lt;b&gt;Çizgili&lt;/b&gt; defter");
    assertThat(english.body()).contains("129.90", "Card number").doesNotContain("''");
    assertThat(turkish.body()).doesNotContain("<b>Çizgili").doesNotContain("??");
  }

  @Test
  void thePageIsClosedToEverythingElse() throws Exception {
    for (HttpResponse<String> page :
        List.of(edge.get(edge.opened(BODY)), edge.get("/checkout/none"))) {
      assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("default-src 'none'", "script-src 'self' 'sha384-", "frame-ancestors 'none'")
          .doesNotContain("unsafe", "http:", "*");
      assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
      assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
      assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    }
    assertThat(edge.get("/checkout/none").statusCode()).isEqualTo(404);
    assertThat(edge.get("/checkout/none").body()).contains("Sayfa bulunamadı");
  }

  @Test
  void aFormFromElsewhereIsRefused() throws Exception {
    String path = edge.opened(BODY);

    assertThat(edge.form(path, CheckoutEdge.card(1), "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(edge.get(path).body()).contains("name=\"attempt\" value=\"1\"");
  }

  @Test
  void whatIsWrongIsSaidAndNothingOfTheCardIsShownAgain() throws Exception {
    String path = edge.opened(BODY);
    Map<String, String> typed = CheckoutEdge.card(1);
    typed.put("number", "4155650100416112");
    typed.put("expiry", "01/20");
    HttpResponse<String> response = edge.form(path, typed);

    assertThat(response.statusCode()).isEqualTo(422);
    assertThat(response.body())
        .contains("Kart numarası hatalı", "Kartın süresi dolmuş", "value=\"Ayşe Öğüt\"")
        .doesNotContain("4155650100416112", "value=\"123\"");
  }

  @Test
  void whoTriedTooManyCardsIsToldSoAndMayComeBack() throws Exception {
    edge.at.issuerSays("51");
    for (int i = 0; i < 5; i++) {
      String tried = edge.opened(BODY);
      for (int attempt = 1; attempt <= 4; attempt++) {
        edge.form(tried, CheckoutEdge.card(attempt));
        edge.get(tried);
      }
    }
    String path = edge.opened(BODY);
    HttpResponse<String> refused = edge.form(path, CheckoutEdge.card(1));

    assertThat(refused.statusCode()).isEqualTo(429);
    assertThat(refused.body()).contains("Çok fazla kart denendi");
    edge.at.clock.move(Duration.ofMinutes(10));
    edge.at.issuerSays("00");
    assertThat(edge.form(path, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
  }

  @Test
  void declinedAndThenPaidAndBackAtTheShop() throws Exception {
    String path = edge.opened(BODY);
    edge.at.issuerSays("51");
    HttpResponse<String> declined = edge.form(path, CheckoutEdge.card(1));
    edge.at.issuerSays("00");

    assertThat(declined.statusCode()).isEqualTo(303);
    assertThat(edge.get(path).body()).contains("bakiyesi yetersiz", "name=\"attempt\" value=\"2\"");
    assertThat(edge.form(path, CheckoutEdge.card(1)).headers().firstValue("Location"))
        .contains(path);
    assertThat(edge.form(path, CheckoutEdge.card(2)).statusCode()).isEqualTo(303);
    HttpResponse<String> paid = edge.get(path);
    assertThat(paid.statusCode()).isEqualTo(303);
    assertThat(paid.headers().firstValue("Location").orElseThrow())
        .startsWith("https://shop.test/ok?a=1&session_id=cs_")
        .contains("&status=paid&");
    assertThat(paid.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("form-action 'self' https://shop.test;");
  }

  @Test
  void aCardThatTakesPartIsConfirmedAtItsBankFirst() throws Exception {
    String path = edge.opened(BODY);
    edge.at.cardsTakePart(true);
    HttpResponse<String> sent;
    HttpResponse<String> again;
    try {
      sent = edge.form(path, CheckoutEdge.card(1));
      again = edge.get(path);
    } finally {
      edge.at.cardsTakePart(false);
    }

    assertThat(sent.statusCode()).isEqualTo(303);
    assertThat(sent.headers().firstValue("Location").orElseThrow())
        .startsWith("http://edge.test/3ds/");
    assertThat(again.headers().firstValue("Location"))
        .isEqualTo(sent.headers().firstValue("Location"));
  }

  @Test
  void aRegisteredOriginShowsThePageAndTheBankIsAtTheTopOfTheWindow() throws Exception {
    JsonMapper json = new JsonMapper();
    ObjectNode body = (ObjectNode) json.readTree(BODY);
    String path = edge.opened(body.put("embed_origin", PaymentFixture.FRAME).toString());
    HttpResponse<String> page = edge.get(path);
    edge.at.cardsTakePart(true);
    HttpResponse<String> sent;
    try {
      sent = edge.form(path, CheckoutEdge.card(1));
    } finally {
      edge.at.cardsTakePart(false);
    }

    for (HttpResponse<String> shown : List.of(page, sent)) {
      assertThat(shown.statusCode()).isEqualTo(200);
      assertThat(shown.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("; frame-ancestors https://frame.test;");
      assertThat(shown.headers().firstValue("X-Frame-Options")).isEmpty();
    }
    assertThat(sent.body())
        .contains("href=\"http://edge.test/3ds/", "target=\"_top\"", "Bankama git");
  }

  @Test
  void aFrameIsLeftByTheShoppersOwnStep() throws Exception {
    JsonMapper json = new JsonMapper();
    ObjectNode body = (ObjectNode) json.readTree(BODY);
    body.put("embed_origin", PaymentFixture.FRAME);
    String left = edge.opened(body.toString());
    String bought = edge.opened(body.toString());
    HttpResponse<String> canceled = edge.form(left + "/cancel", Map.of());
    edge.form(bought, CheckoutEdge.card(1));

    assertThat(canceled.statusCode()).isEqualTo(200);
    assertThat(canceled.body()).contains("Ödemeden vazgeçildi", "Mağazaya dön");
    assertThat(edge.get(bought).headers().firstValue("Refresh")).isEmpty();
    assertThat(edge.get(bought).body()).contains("href=\"https://shop.test/ok?");
    assertThat(edge.get(bought + "?payment_id=pay_1").headers().firstValue("Refresh").orElse(""))
        .startsWith("0; url=https://shop.test/ok?");
  }

  @ParameterizedTest
  @CsvSource({"OFF, true, paid", "REQUIRED, true, bank", "REQUIRED, false, declined"})
  void thePageObeysTheMerchantsPolicy(Policy policy, boolean takesPart, String comesTo)
      throws Exception {
    String path = edge.opened(BODY);
    edge.at.authenticates(ThreeDSecureTerms.of(policy));
    edge.at.cardsTakePart(takesPart);
    HttpResponse<String> sent;
    HttpResponse<String> page;
    try {
      sent = edge.form(path, CheckoutEdge.card(1));
      page = edge.get(path);
    } finally {
      edge.at.cardsTakePart(false);
      edge.at.authenticates(ThreeDSecureTerms.DEFAULT);
    }

    assertThat(sent.statusCode()).isEqualTo(303);
    String next = page.headers().firstValue("Location").orElse("");
    switch (comesTo) {
      case "paid" -> assertThat(next).startsWith("https://shop.test/ok?");
      case "bank" -> assertThat(next).startsWith("http://edge.test/3ds/");
      default -> assertThat(page.body()).contains("name=\"attempt\" value=\"2\"");
    }
  }

  @Test
  void theReturnIsSigned() throws Exception {
    JsonNode session = CheckoutEdge.json(edge.create(CheckoutEdge.SHOP, edge.newKey(), BODY));
    String path = "/checkout/" + session.path("id").asString();
    String location =
        edge.form(path + "/cancel", Map.of()).headers().firstValue("Location").orElseThrow();
    Map<String, String> query = query(location);
    String content =
        String.join(
            ".",
            query.get("session_id"),
            query.get("payment_id"),
            query.get("status"),
            query.get("signed_at"));

    assertThat(query).containsEntry("status", "canceled");
    assertThat(query.get("signature"))
        .isEqualTo(ReturnAddress.signature(session.path("return_secret").asString(), content));
    assertThat(edge.form(path, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
    assertThat(edge.get(path).body()).contains("Ödemeden vazgeçildi");
  }

  @Test
  void instalmentsAreOfTheCardsDigits() throws Exception {
    String path = edge.opened(BODY);
    Map<String, String> foreign = CheckoutEdge.card(1);
    foreign.put("number", "4111111111111111");
    foreign.put("installments", "3");

    assertThat(CheckoutEdge.json(edge.get(path + "/installments?bin=41556501"))).hasSize(12);
    assertThat(CheckoutEdge.json(edge.get(path + "/installments?bin=41111111"))).hasSize(1);
    assertThat(CheckoutEdge.json(edge.get(path + "/installments?bin=x"))).hasSize(1);
    assertThat(edge.get(path + "?bin=41556501").body()).contains("12 taksit");
    assertThat(edge.form(path, foreign).statusCode()).isEqualTo(422);
  }

  private static Map<String, String> query(String address) throws IOException {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : URI.create(address).getRawQuery().split("&", -1)) {
      int equals = pair.indexOf('=');
      query.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return query;
  }
}
