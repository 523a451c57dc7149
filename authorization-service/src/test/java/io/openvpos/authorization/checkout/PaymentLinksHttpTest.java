package io.openvpos.authorization.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Payment links, as shops and payers meet them on the network.
final class PaymentLinksHttpTest {

  private static final String LINKS = "/v1/payment-links";
  private static final Pattern VISIT = Pattern.compile("name=\"visit\" value=\"([0-9a-z]{26})\"");
  private static final String SINGLE =
      """
      {"amount": 25000, "currency": "TRY", "order_id": "Fatura 7", "description": "Ağustos kirası"}
      """;
  private static final String REUSABLE = SINGLE.replace("{", "{\"reusable\": true, ");

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
  void aKeyMakesOneLink() throws Exception {
    for (String body : List.of(SINGLE, REUSABLE)) {
      String key = edge.newKey();
      HttpResponse<String> first = edge.post(LINKS, CheckoutEdge.SHOP, key, body);
      HttpResponse<String> second = edge.post(LINKS, CheckoutEdge.SHOP, key, body);
      HttpResponse<String> other =
          edge.post(LINKS, CheckoutEdge.SHOP, key, body.replace("25000", "1"));

      assertThat(first.statusCode()).isEqualTo(201);
      assertThat(CheckoutEdge.json(first).path("url").asString())
          .startsWith("https://pay.test/checkout/links/pl_");
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
      assertThat(other.statusCode()).isEqualTo(422);
    }
  }

  @ParameterizedTest
  @CsvSource({"sk_test_2, 404", "sk_live_1, 404", "pk_test_1, 403", "sk_test_9, 401"})
  void nobodyElseSeesIt(String credential, int status) throws Exception {
    String path = LINKS + "/" + made(SINGLE).path("id").asString();

    assertThat(get(path, CheckoutEdge.SHOP).statusCode()).isEqualTo(200);
    assertThat(get(path, credential).statusCode()).isEqualTo(status);
    assertThat(get(path + "/qr.svg", credential).statusCode()).isEqualTo(status);
    assertThat(edge.post(path + "/deactivate", credential, edge.newKey(), "").statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "amount | 0 | out_of_range",
        "currency | \"JPY\" | invalid_currency",
        "currency | \"GBP\" | currency_not_enabled",
        "reusable | \"yes\" | invalid_type",
        "expires_in_days | 366 | out_of_range",
        "success_url | \"javascript:alert(1)\" | invalid_url",
        "metadata | {\"payment_link_id\": \"x\"} | invalid_name",
        "description | \"4155650100416111\" | card_number_not_allowed",
        "cancel_url | \"https://shop.test/\" | unknown_field"
      })
  void aWrongFieldIsNamed(String field, String value, String code) throws Exception {
    JsonMapper json = new JsonMapper();
    for (String valid : List.of(SINGLE, REUSABLE)) {
      ObjectNode body = (ObjectNode) json.readTree(valid);
      body.set(field, json.readTree(value));
      HttpResponse<String> response =
          edge.post(LINKS, CheckoutEdge.SHOP, edge.newKey(), body.toString());

      JsonNode error = CheckoutEdge.json(response).path("errors").path(0);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(error.path("pointer").asString()).isEqualTo("/" + field);
      assertThat(error.path("code").asString()).isEqualTo(code);
    }
  }

  @Test
  void aLinkForASinglePaymentIsPaidOnce() throws Exception {
    JsonNode link = made(SINGLE);
    String session = location(edge.get(page(link)));

    assertThat(edge.get(session).body()).contains("250,00", "Ağustos kirası", "Fatura 7");
    assertThat(status(link)).isEqualTo("active");
    assertThat(edge.form(session, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
    assertThat(status(link)).isEqualTo("paid");
    assertThat(read(link).path("payment_id").asString()).startsWith("pay_");
    assertThat(location(edge.get(page(link)))).isEqualTo(session);
    assertThat(edge.get(session).body()).contains("Ödemeniz alındı");
    assertThat(deactivate(link).statusCode()).isEqualTo(409);
  }

  @Test
  void aReusableLinkOpensOneSessionForEachVisit() throws Exception {
    JsonNode link = made(REUSABLE);
    HttpResponse<String> shown = edge.get(page(link) + "?lang=en");
    String first = visit(shown);
    String second = visit(edge.get(page(link)));

    assertThat(shown.body()).contains("250.00", "Ağustos kirası").doesNotContain("??", "''");
    String session = location(open(link, first));
    assertThat(location(open(link, first))).isEqualTo(session);
    String other = location(open(link, second));
    assertThat(other).isNotEqualTo(session);
    for (String each : List.of(session, other)) {
      assertThat(edge.form(each, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
      assertThat(edge.get(each).body()).contains("Ödemeniz alındı");
    }
    assertThat(status(link)).isEqualTo("active");
    assertThat(open(link, "x").statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsTakenBackOrOverIsPaidByNobody() throws Exception {
    JsonNode single = made(SINGLE);
    JsonNode reusable = made(REUSABLE);
    String visit = visit(edge.get(page(reusable)));
    for (JsonNode link : List.of(single, reusable)) {
      assertThat(deactivate(link).statusCode()).isEqualTo(200);
      assertThat(deactivate(link).statusCode()).isEqualTo(200);
      assertThat(status(link)).isEqualTo("deactivated");
    }

    String session = location(edge.get(page(single)));
    assertThat(edge.get(session).body()).contains("Ödemeden vazgeçildi");
    assertThat(edge.form(session, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
    assertThat(read(single).path("payment_id").isNull()).isTrue();
    assertThat(edge.get(page(reusable)).body()).contains("artık geçerli değil");
    assertThat(open(reusable, visit).body()).contains("artık geçerli değil");
    assertThat(edge.get("/checkout/links/none").statusCode()).isEqualTo(404);
  }

  @Test
  void theListHasTheNewestFirst() throws Exception {
    List<String> ids = IntStream.range(0, 3).mapToObj(_ -> id()).toList();
    List<String> listed = ids(get(LINKS + "?limit=100", CheckoutEdge.SHOP));
    String last = listed.getLast();
    JsonNode rest =
        CheckoutEdge.json(
            get(LINKS + "?limit=2&starting_after=" + listed.get(0), CheckoutEdge.SHOP));

    assertThat(listed).containsAll(ids);
    assertThat(rest.path("data").path(0).path("id").asString()).isEqualTo(listed.get(1));
    assertThat(rest.path("has_more").asBoolean()).isTrue();
    assertThat(ids(get(LINKS + "?starting_after=" + last, CheckoutEdge.SHOP))).isEmpty();
    assertThat(get(LINKS + "?starting_after=pl_x", CheckoutEdge.SHOP).statusCode()).isEqualTo(400);
    assertThat(ids(get(LINKS, CheckoutEdge.OTHER_MODE))).doesNotContainAnyElementsOf(ids);
  }

  @Test
  void theCodeIsAPicture() throws Exception {
    HttpResponse<String> code = get(LINKS + "/" + id() + "/qr.svg", CheckoutEdge.SHOP);

    assertThat(code.headers().firstValue("Content-Type")).contains("image/svg+xml");
    assertThat(code.body()).startsWith("<svg xmlns=\"http://www.w3.org/2000/svg\"");
  }

  private static String id() {
    try {
      return made(SINGLE).path("id").asString();
    } catch (IOException | InterruptedException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private static JsonNode made(String body) throws IOException, InterruptedException {
    return CheckoutEdge.json(edge.post(LINKS, CheckoutEdge.SHOP, edge.newKey(), body));
  }

  private static HttpResponse<String> get(String path, String credential)
      throws IOException, InterruptedException {
    return edge.get(path, "Authorization", "Bearer " + credential);
  }

  private static JsonNode read(JsonNode link) throws IOException, InterruptedException {
    return CheckoutEdge.json(get(LINKS + "/" + link.path("id").asString(), CheckoutEdge.SHOP));
  }

  private static String status(JsonNode link) throws IOException, InterruptedException {
    return read(link).path("status").asString();
  }

  private static HttpResponse<String> deactivate(JsonNode link)
      throws IOException, InterruptedException {
    String path = LINKS + "/" + link.path("id").asString() + "/deactivate";
    return edge.post(path, CheckoutEdge.SHOP, edge.newKey(), "");
  }

  private static HttpResponse<String> open(JsonNode link, String visit)
      throws IOException, InterruptedException {
    return edge.form(page(link), Map.of("visit", visit));
  }

  private static String page(JsonNode link) {
    return link.path("url").asString().substring("https://pay.test".length());
  }

  private static String location(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(303);
    return response.headers().firstValue("Location").orElseThrow();
  }

  private static String visit(HttpResponse<String> page) {
    Matcher found = VISIT.matcher(page.body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  private static List<String> ids(HttpResponse<String> list) {
    JsonNode links = CheckoutEdge.json(list).path("data");
    return StreamSupport.stream(links.spliterator(), false)
        .map(link -> link.path("id").asString())
        .toList();
  }
}
