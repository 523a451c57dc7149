package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The calls that change a payment, as a caller meets them on the network.
final class PaymentControllerTest {

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

  @ParameterizedTest
  @ValueSource(strings = {"json", "foo", "text/plain", "application/*;q", "/"})
  void whatIsNotJsonByItsTypeIsRefused(String type) throws Exception {
    HttpResponse<String> response =
        edge.send(
            edge.post("/v1/payments", edge.newKey(), Edge.SALE).setHeader("Content-Type", type));

    assertThat(response.statusCode()).isEqualTo(415);
    assertThat(Edge.json(response).path("code").asString()).isEqualTo("unsupported_media_type");
  }
}
