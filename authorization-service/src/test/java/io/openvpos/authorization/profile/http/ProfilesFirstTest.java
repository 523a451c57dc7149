package io.openvpos.authorization.profile.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.http.HttpConfiguration;
import io.openvpos.messaging.http.ProblemWriter;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// After a restart a valid key is told to come back, and never that it is unknown.
final class ProfilesFirstTest {

  private static final AnnotationConfigApplicationContext CONTEXT = opened();

  private final AtomicBoolean read = new AtomicBoolean();
  private final ProfilesFirst filter =
      new ProfilesFirst(read::get, CONTEXT.getBean(ProblemWriter.class));

  private static AnnotationConfigApplicationContext opened() {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.registerBean(JsonMapper.class, () -> new JsonMapper());
    context.register(HttpConfiguration.class);
    context.refresh();
    return context;
  }

  @AfterAll
  static void close() {
    CONTEXT.close();
  }

  @ParameterizedTest
  @CsvSource({"Bearer sk_test_1", "bearer  pk_live_1", "BEARER sk_"})
  void aKeyComesBackLater(String credential) {
    MockServerWebExchange exchange = call("/v1/payments", credential);

    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(exchange.getResponse().getBodyAsString().block())
        .contains("\"code\":\"service_unavailable\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/payments, Bearer eyJhbGciOiJFZERTQSJ9",
    "/v1/payments, Basic c2tfdGVzdF8x",
    "/actuator/health, Bearer sk_test_1"
  })
  void whatNeedsNoProfileGoesOn(String path, String credential) {
    assertThat(call(path, credential).getResponse().getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
  }

  @Test
  void everybodyGoesOnOnceTheProfilesAreRead() {
    read.set(true);

    assertThat(call("/v1/payments", "Bearer sk_test_1").getResponse().getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
  }

  /// The rest of the edge answers 202.
  private MockServerWebExchange call(String path, String credential) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post(path).header("Authorization", credential));
    filter
        .filter(
            exchange,
            onwards -> {
              onwards.getResponse().setStatusCode(HttpStatus.ACCEPTED);
              return Mono.empty();
            })
        .block();
    return exchange;
  }
}
