package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// The calls that change a payment, as a caller meets them on the network.
final class PaymentControllerTest {

  private static final String CARD =
      """
      {"card": {"number": "4155650100416111", "expiry_month": 12, "expiry_year": 2030}}
      """;

  private static Edge edge;

  @BeforeAll
  static void open() {
    edge = new Edge();
  }

  @AfterAll
  static void close() {
    edge.close();
  }

  @Test
  void aSaleIsMade() throws Exception {
    HttpResponse<String> response = edge.send(edge.post("/v1/payments", edge.newKey(), Edge.SALE));

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(Edge.json(response).path("status").asString()).isEqualTo("authorized");
  }

  @Test
  void oneCallWrittenInTwoWaysIsOneCall() throws Exception {
    String key = edge.newKey();
    HttpResponse<String> sale = edge.send(edge.post("/v1/payments", key, Edge.SALE));
    String id = Edge.json(sale).path("id").asString();

    HttpResponse<String> again = edge.send(edge.post("/v1/payments;a=1", key, Edge.SALE));
    HttpResponse<String> capture =
        edge.send(edge.post("/v1/payments/" + id + "/capture", key, "{\"amount\": 10}"));
    HttpResponse<String> captureAgain =
        edge.send(
            edge.post(
                "/v1/payments/" + id.replace("_", "%5F") + "/capture;a=1",
                key,
                "{\"amount\": 10}"));

    assertThat(edge.at.replayed).containsExactly("m_1");
    replays(again, sale);
    replays(captureAgain, capture);
  }

  @Test
  void anOutageOfTheVaultsStoreIsNoFailureOfTheRequest() throws Exception {
    String key = edge.newKey();
    edge.at.vaultAway = true;
    HttpResponse<String> refused = edge.send(edge.post("/v1/payments", key, Edge.SALE));
    edge.at.vaultAway = false;

    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).contains("1");
    assertThat(Edge.json(refused).path("code").asString()).isEqualTo("service_unavailable");
    assertThat(edge.send(edge.post("/v1/payments", key, Edge.SALE)).statusCode()).isEqualTo(201);
  }

  private static void replays(HttpResponse<String> second, HttpResponse<String> first) {
    assertThat(second.statusCode()).isEqualTo(first.statusCode());
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(first.headers().firstValue("Idempotent-Replayed")).isEmpty();
    assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "foo", "text/plain", "application/*;q", "/"})
  void whatIsNotJsonByItsTypeIsRefused(String type) throws Exception {
    HttpResponse<String> response =
        edge.send(
            edge.post("/v1/payments", edge.newKey(), Edge.SALE).setHeader("Content-Type", type));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(Edge.json(response).path("code").asString()).isEqualTo("unsupported_media_type");
  }

  @Test
  void aPageMakesATokenAndNothingElse() throws Exception {
    HttpResponse<String> made =
        edge.send(
            edge.as("/v1/tokens", Edge.PUBLISHABLE, CARD).header("Origin", "https://shop.test"));

    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(Edge.json(made).path("token").asString()).isEqualTo("tok_1");
    assertThat(made.headers().firstValue("Access-Control-Allow-Origin")).contains("*");
    assertThat(made.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(made.body()).doesNotContain("4155650100416111");
    HttpResponse<String> paid =
        edge.send(edge.as("/v1/payments", Edge.PUBLISHABLE, Edge.SALE).header("Origin", "null"));
    assertThat(paid.statusCode()).isEqualTo(403);
    assertThat(paid.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void theShopsServerRemovesATokenAndAPageDoesNot() throws Exception {
    assertThat(removed("tok_1", Edge.PUBLISHABLE).statusCode()).isEqualTo(403);
    assertThat(removed("tok_1", Edge.KEY).statusCode()).isEqualTo(204);
    assertThat(removed("tok_2", Edge.KEY).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> removed(String token, String credential) throws Exception {
    return edge.send(
        edge.as("/v1/tokens/" + token, credential, "")
            .method("DELETE", HttpRequest.BodyPublishers.noBody()));
  }

  @Test
  void aBrowserThatAsksFirstIsToldWhatItMaySend() throws Exception {
    HttpResponse<String> asked = edge.send(edge.preflight("/v1/tokens"));

    assertThat(asked.statusCode()).isEqualTo(204);
    assertThat(asked.headers().firstValue("Access-Control-Allow-Headers").orElseThrow())
        .contains("Authorization", "Content-Type");
    assertThat(edge.send(edge.preflight("/v1/payments")).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "card | kart | /kart | unknown_field",
        "416111 | 416112 | /card/number | invalid_luhn",
        "12 | 13 | /card/expiry_month | out_of_range",
        "2030 | null | /card/expiry_year | required",
        "{\"card\" | {\"amount\": 1, \"card\" | /amount | unknown_field",
        "{\"card\" | {\"usage\": \"twice\", \"card\" | /usage | invalid_value"
      })
  void whatIsNoCardGetsNoToken(String part, String other, String pointer, String code)
      throws Exception {
    HttpResponse<String> refused =
        edge.send(edge.as("/v1/tokens", Edge.PUBLISHABLE, CARD.replace(part, other)));

    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode error = Edge.json(refused).path("errors").path(0);
    assertThat(error.path("pointer").asString()).isEqualTo(pointer);
    assertThat(error.path("code").asString()).isEqualTo(code);
    assertThat(refused.body()).doesNotContain("415565010041611");
  }
}
