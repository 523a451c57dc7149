package io.openvpos.authorization.payment.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.openvpos.messaging.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

/// Reading a body: bounded in size and in time.
final class RequestBodyTest {

  @Test
  @Timeout(20)
  void aBodyThatNeverEndsIsGivenUp() {
    MockServerWebExchange exchange = exchange(Flux.concat(bytes("{"), Flux.never()));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RequestBody.of(exchange, Duration.ofMillis(20)))
        .matches(problem -> problem.status() == 408 && problem.code().equals("request_timeout"));
    assertThat(exchange.getResponse().getHeaders().getConnection()).containsExactly("close");
  }

  @Test
  void aBodyInPiecesIsReadWhole() {
    RequestBody body = RequestBody.of(exchange(Flux.concat(bytes("{\"amount\""), bytes(":1}"))));

    assertThat(body.object(false).path("amount").asInt()).isEqualTo(1);
  }

  @Test
  void aBodyThatSaysNoLengthIsBoundedToo() {
    Flux<DataBuffer> endless = bytes("x".repeat(1024)).repeat();

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RequestBody.of(exchange(endless)))
        .matches(problem -> problem.status() == 413);
  }

  private static MockServerWebExchange exchange(Flux<DataBuffer> body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/v1/payments")
            .contentType(MediaType.APPLICATION_JSON)
            .body(body));
  }

  private static Flux<DataBuffer> bytes(String text) {
    return Flux.defer(() ->
        Flux.just(
            DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(StandardCharsets.UTF_8))));
  }
}
