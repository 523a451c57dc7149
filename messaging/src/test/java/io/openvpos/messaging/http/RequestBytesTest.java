package io.openvpos.messaging.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;

class RequestBytesTest {

  @Test
  void aBodyThatNeverEndsIsGivenUpAndItsConnectionClosed() {
    MockServerWebExchange exchange = sent(Flux.concat(bytes("{"), Flux.never()));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RequestBytes.of(exchange, Duration.ofMillis(20)))
        .matches(problem -> problem.status() == 408 && problem.code().equals("request_timeout"));
    assertThat(exchange.getResponse().getHeaders().getConnection()).containsExactly("close");
  }

  @Test
  void aBodyThatSaysNoLengthIsBoundedToo() {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> RequestBytes.of(sent(bytes("x".repeat(1024)).repeat())))
        .matches(problem -> problem.status() == 413);
  }

  @Test
  void aBodyInPiecesIsReadWhole() {
    assertThat(RequestBytes.of(sent(Flux.concat(bytes("{"), bytes("}")))))
        .asString()
        .isEqualTo("{}");
  }

  @Test
  void aBodyLostWithItsClientIsNotTakenForOneLeftOut() {
    MockServerWebExchange announced =
        MockServerWebExchange.from(request().contentLength(15).build());
    MockServerWebExchange chunked =
        MockServerWebExchange.from(request().header("Transfer-Encoding", "chunked").build());
    MockServerWebExchange shorter =
        MockServerWebExchange.from(request().contentLength(30).body(bytes("{}")));

    for (MockServerWebExchange exchange : List.of(announced, chunked, shorter)) {
      assertThatExceptionOfType(ProblemException.class)
          .isThrownBy(() -> RequestBytes.of(exchange))
          .matches(problem -> problem.status() == 400 && problem.code().equals("malformed_json"));
    }
  }

  @Test
  void aBodyLeftOutOnPurposeIsEmpty() {
    assertThat(RequestBytes.of(MockServerWebExchange.from(request().build()))).isEmpty();
    assertThat(RequestBytes.of(MockServerWebExchange.from(request().contentLength(0).build())))
        .isEmpty();
  }

  private static MockServerHttpRequest.BodyBuilder request() {
    return MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON);
  }

  private static MockServerWebExchange sent(Flux<DataBuffer> body) {
    return MockServerWebExchange.from(
        MockServerHttpRequest.post("/").contentType(MediaType.APPLICATION_JSON).body(body));
  }

  private static Flux<DataBuffer> bytes(String text) {
    return Flux.defer(
        () -> Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(text.getBytes(UTF_8))));
  }
}
