package io.openvpos.authorization.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the payment page tells of a card's points, as its script asks for it.
final class PointsHttpTest {

  private static final String BODY =
      """
      {"amount": 12990, "currency": "TRY", "locale": "tr", "success_url": "https://shop.test/ok"}
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

  @AfterEach
  void approves() {
    edge.at.issuerSays("00");
    edge.at.clock.move(Duration.ofMinutes(10));
  }

  @Test
  void theProgrammeIsOfTheLeadingDigits() throws Exception {
    String path = edge.opened(BODY);

    assertThat(edge.get(path + "/points?bin=41556501").body()).contains("Kırlangıç puanı toplar");
    assertThat(edge.get(path + "/points?bin=41556501&lang=en").body())
        .contains("collects Kırlangıç points");
    assertThat(edge.get(path + "/points?bin=97920300").statusCode()).isEqualTo(204);
    assertThat(edge.get(path + "/points?bin=4").statusCode()).isEqualTo(204);
    assertThat(edge.get(path + "?bin=41556501").body()).contains("Kırlangıç puanı toplar");
    assertThat(edge.get(path + "?bin=97920300").body()).doesNotContain("Kırlangıç");
  }

  @Test
  void theBalanceIsWhatTheIssuerSays() throws Exception {
    String path = edge.opened(BODY);
    int before = edge.at.issuerRequests();

    HttpResponse<String> told = edge.form(path + "/points", CheckoutEdge.card(1));
    assertThat(told.statusCode()).isEqualTo(200);
    assertThat(told.body()).contains("61,11", "Kırlangıç");
    assertThat(edge.form(path + "/points?lang=en", CheckoutEdge.card(1)).body()).contains("61.11");
    assertThat(edge.at.issuerRequests()).isEqualTo(before + 2);
    assertThat(edge.form(path, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
    assertThat(edge.get(path).headers().firstValue("Location").orElse("")).contains("status=paid");
    assertThat(edge.form(path + "/points", CheckoutEdge.card(1)).statusCode()).isEqualTo(422);
  }

  @ParameterizedTest
  @CsvSource({
    "number, 4155650100416112",
    "number, 9792030000000000",
    "expiry, 01/20",
    "cvc, ''",
    "holder_name, ''"
  })
  void onlyOfAWholeCardThatCollectsPoints(String field, String value) throws Exception {
    Map<String, String> typed = CheckoutEdge.card(1);
    typed.put(field, value);
    int before = edge.at.issuerRequests();
    HttpResponse<String> told = edge.form(edge.opened(BODY) + "/points", typed);

    assertThat(told.statusCode()).isEqualTo(422);
    assertThat(told.body()).doesNotContain("4155");
    assertThat(edge.at.issuerRequests()).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"14, 200, bildirmedi", "91, 503, öğrenilemedi", "'', 503, öğrenilemedi"})
  void whatTheIssuerDoesNotTellIsSaid(String code, int status, String words) throws Exception {
    edge.at.issuerSays(code.isEmpty() ? null : code);
    HttpResponse<String> told = edge.form(edge.opened(BODY) + "/points", CheckoutEdge.card(1));

    assertThat(told.statusCode()).isEqualTo(status);
    assertThat(told.body()).contains(words);
  }

  @Test
  void aSessionAsksAsOftenAsItMayTryCards() throws Exception {
    String path = edge.opened(BODY);
    for (int i = 0; i < 5; i++) {
      assertThat(edge.form(path + "/points", CheckoutEdge.card(1)).statusCode()).isEqualTo(200);
    }
    int before = edge.at.issuerRequests();

    assertThat(edge.form(path + "/points", CheckoutEdge.card(1)).statusCode()).isEqualTo(429);
    assertThat(edge.at.issuerRequests()).isEqualTo(before);
    assertThat(edge.form(path, CheckoutEdge.card(1)).statusCode()).isEqualTo(303);
  }

  @Test
  void whoAsksOfTooManyCardsWaitsAsWhoPays() throws Exception {
    edge.at.issuerSays("14");
    for (int i = 0; i < 20; i++) {
      String path = edge.opened(BODY);
      assertThat(edge.form(path + "/points", CheckoutEdge.card(1)).statusCode()).isEqualTo(200);
    }
    String path = edge.opened(BODY);

    assertThat(edge.form(path + "/points", CheckoutEdge.card(1)).statusCode()).isEqualTo(429);
    assertThat(edge.form(path, CheckoutEdge.card(1)).statusCode()).isEqualTo(429);
  }

  @Test
  void aQuestionFromElsewhereIsRefused() throws Exception {
    String path = edge.opened(BODY) + "/points";

    assertThat(edge.form(path, CheckoutEdge.card(1), "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(edge.form("/checkout/none/points", CheckoutEdge.card(1)).statusCode())
        .isEqualTo(404);
  }
}
