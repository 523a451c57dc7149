package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people may do with payments, role by role.
final class PaymentPeopleTest {

  private static final Edge EDGE = new Edge();

  @AfterAll
  static void close() {
    EDGE.close();
  }

  @ParameterizedTest
  @CsvSource({
    "merchant_admin, m_1, 200, 200",
    "merchant_finance, m_1, 200, 200",
    "merchant_admin, m_2, 404, 200",
    "merchant_finance, m_2, 404, 200",
    "merchant_admin, , 403, 403",
    "acquirer_ops, , 200, 400",
    "auditor, , 200, 400",
    "acquirer_finance, , 403, 403",
    "fraud_analyst, , 403, 403",
  })
  void readsByRole(String role, @Nullable String merchant, int one, int list) throws Exception {
    String id = sale();
    for (String path : new String[] {"", "/events", "/refunds", "/increments"}) {
      assertThat(get(role, merchant, "/v1/payments/" + id + path).statusCode())
          .as(path)
          .isEqualTo(one);
    }
    assertThat(get(role, merchant, "/v1/payments").statusCode()).isEqualTo(list);
  }

  @ParameterizedTest
  @CsvSource({
    "merchant_admin, m_1, 200, 403",
    "merchant_admin, m_2, 404, 403",
    "merchant_finance, m_1, 403, 403",
    "acquirer_ops, , 403, 403",
    "auditor, , 403, 403",
  })
  void changesByRole(String role, @Nullable String merchant, int operation, int creation)
      throws Exception {
    String path = "/v1/payments/" + sale();
    assertThat(post(role, merchant, path + "/capture", "{\"amount\": 10}").statusCode())
        .isEqualTo(operation);
    assertThat(post(role, merchant, path + "/refunds", "{\"amount\": 5}").statusCode())
        .isEqualTo(operation == 200 ? 201 : operation);
    assertThat(post(role, merchant, path + "/increments", "{\"amount\": 5}").statusCode())
        .isEqualTo(creation);
    assertThat(post(role, merchant, "/v1/payments", Edge.SALE).statusCode()).isEqualTo(creation);
  }

  @Test
  void thePersonAndTheShopShareTheKeysOfAPayment() throws Exception {
    String path = "/v1/payments/" + sale() + "/capture";
    HttpResponse<String> first = EDGE.send(EDGE.post(path, "same", "{\"amount\": 10}"));
    HttpRequest.Builder again = EDGE.post(path, "same", "{\"amount\": 10}");
    HttpResponse<String> second = EDGE.send(EDGE.as(again, "merchant_admin", "m_1"));

    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.headers().firstValue("Idempotent-Replayed")).contains("true");
  }

  @Test
  void aListIsNarrowedByWhatIsAskedAndByNothingThatIsNotTheirs() throws Exception {
    sale();
    assertThat(ids("acquirer_ops", null, "?merchant_id=m_1")).isPositive();
    assertThat(ids("acquirer_ops", null, "?merchant_id=m_2")).isZero();
    assertThat(ids("merchant_admin", "m_1", "?mode=test")).isPositive();
    assertThat(ids("merchant_admin", "m_1", "?mode=live")).isZero();
    assertThat(get("merchant_admin", "m_1", "/v1/payments?merchant_id=m_2").statusCode())
        .isEqualTo(404);
    assertThat(get("merchant_admin", "m_1", "/v1/payments?mode=LIVE").statusCode()).isEqualTo(400);
  }

  @Test
  void lastFourDigitsAndReferenceNumbersAreSearchedExactly() throws Exception {
    String id = sale();
    String rrn =
        Edge.json(EDGE.send(EDGE.get("/v1/payments/" + id).GET()))
            .path("authorization")
            .path("rrn")
            .asString();
    assertThat(ids("merchant_admin", "m_1", "?rrn=" + rrn)).isEqualTo(1);
    assertThat(ids("merchant_admin", "m_1", "?rrn=000000000000")).isZero();
    assertThat(ids("merchant_admin", "m_1", "?last4=0000")).isZero();
    for (String wrong : new String[] {"last4=12", "last4=12345", "last4=a123", "rrn=1", "rrn="}) {
      assertThat(get("merchant_admin", "m_1", "/v1/payments?" + wrong).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
  }

  @Test
  void whatASecretKeySendsAboutModeAndMerchantIsPassedOver() throws Exception {
    String id = sale();
    HttpResponse<String> found =
        EDGE.send(EDGE.get("/v1/payments/" + id + "?mode=live&merchant_id=m_2").GET());

    assertThat(found.statusCode()).isEqualTo(200);
  }

  private static String sale() throws Exception {
    HttpResponse<String> made = EDGE.send(EDGE.post("/v1/payments", EDGE.newKey(), Edge.SALE));
    return Edge.json(made).path("id").asString();
  }

  private static int ids(String role, @Nullable String merchant, String query) throws Exception {
    HttpResponse<String> found = get(role, merchant, "/v1/payments" + query);
    assertThat(found.statusCode()).isEqualTo(200);
    return Edge.json(found).path("data").size();
  }

  private static HttpResponse<String> get(String role, @Nullable String merchant, String path)
      throws Exception {
    return EDGE.send(EDGE.as(EDGE.get(path).GET(), role, merchant));
  }

  private static HttpResponse<String> post(
      String role, @Nullable String merchant, String path, String body) throws Exception {
    return EDGE.send(EDGE.as(EDGE.post(path, EDGE.newKey(), body), role, merchant));
  }
}
