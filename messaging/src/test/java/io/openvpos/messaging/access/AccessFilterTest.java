package io.openvpos.messaging.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.messaging.http.HttpConfiguration;
import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.money.Mode;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

class AccessFilterTest {

  private static final AnnotationConfigApplicationContext CONTEXT = opened();

  private @Nullable Duration tooMany;
  private final AtomicBoolean read = new AtomicBoolean();

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
  void whileTheKeysAreReadAKeyComesBackLater(String credential) {
    MockServerWebExchange exchange = call("/v1/payments", credential);

    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
    assertThat(exchange.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("1");
    assertThat(exchange.getResponse().getBodyAsString().block())
        .contains("\"code\":\"service_unavailable\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/payments, Basic c2tfdGVzdF8x, 401",
    "/v1/payments, Bearer nonsense, 401",
    "/actuator/health, Bearer sk_test_1, 202"
  })
  void whatIsNoKeyDoesNotWaitForThem(String path, String credential, int status) {
    assertThat(call(path, credential).getResponse().getStatusCode())
        .isEqualTo(HttpStatus.valueOf(status));
  }

  @Test
  void onceTheyAreReadTheKeyDecides() {
    read.set(true);

    assertThat(call("/v1/payments", "Bearer sk_test_1").getResponse().getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(call("/v1/payments", "Bearer sk_test_2").getResponse().getStatusCode())
        .isEqualTo(HttpStatus.UNAUTHORIZED);
  }

  @Test
  void afterTooManyStrangersTheNextWaitsAndAKnownKeyDoesNot() {
    read.set(true);
    tooMany = Duration.ofSeconds(7);

    MockServerWebExchange unknown = call("/v1/payments", "Bearer sk_test_2");

    assertThat(unknown.getResponse().getStatusCode()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
    assertThat(unknown.getResponse().getHeaders().getFirst("Retry-After")).isEqualTo("7");
    assertThat(call("/v1/payments", "Bearer sk_test_1").getResponse().getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
  }

  @ParameterizedTest
  @CsvSource({
    "203.0.113.7, 202",
    "203.0.112.7, 403",
    "2001:db8::1, 202",
    "2001:db9::1, 403",
    "unknown, 403"
  })
  void aKeyWithAListIsRefusedFromElsewhere(String from, int status) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post("/v1/payments")
                .header("Authorization", "Bearer sk_test_listed")
                .header("Accept-Language", "tr")
                .remoteAddress(InetSocketAddress.createUnresolved(from, 9)));
    read.set(true);
    passed(exchange);

    assertThat(exchange.getResponse().getStatusCode()).isEqualTo(HttpStatus.valueOf(status));
    if (status == 403) {
      assertThat(exchange.getResponse().getBodyAsString().block())
          .contains("\"code\":\"forbidden\"", "adresten kullanılamaz");
    }
  }

  @Test
  void theConnectionsOwnAddressIsJudgedToo() throws Exception {
    for (String from : List.of("203.0.113.255", "198.51.100.1")) {
      MockServerWebExchange exchange =
          MockServerWebExchange.from(
              MockServerHttpRequest.post("/v1/payments")
                  .header("Authorization", "Bearer sk_test_listed")
                  .header("X-Forwarded-For", "203.0.113.7")
                  .remoteAddress(new InetSocketAddress(InetAddress.ofLiteral(from), 9)));
      read.set(true);
      passed(exchange);

      assertThat(exchange.getResponse().getStatusCode())
          .isEqualTo(from.startsWith("203") ? HttpStatus.ACCEPTED : HttpStatus.FORBIDDEN);
    }
  }

  /// What lies behind the filter answers 202.
  private MockServerWebExchange call(String path, String credential) {
    MockServerWebExchange exchange =
        MockServerWebExchange.from(
            MockServerHttpRequest.post(path).header("Authorization", credential));
    passed(exchange);
    return exchange;
  }

  private static Caller.MerchantKey listed() {
    KeyGuard guard = KeyGuard.read(List.of("203.0.113.0/24", "2001:db8::/32"), null).orElseThrow();
    return new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET, guard);
  }

  private void passed(MockServerWebExchange exchange) {
    ApiKeys one =
        key ->
            key.equals("sk_test_1")
                ? Optional.of(new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET))
                : key.equals("sk_test_listed") ? Optional.of(listed()) : Optional.empty();
    AccessFilter filter =
        new AccessFilter(
            Optional.of(one.once(read::get)),
            new StaffTokens(keyId -> Optional.empty(), Clock.systemUTC()),
            new AccessSettings(null, List.of(), List.of("/v1/open")),
            CONTEXT.getBean(ProblemWriter.class),
            Schedulers.immediate(),
            _ -> Optional.ofNullable(tooMany));
    filter
        .filter(
            exchange,
            onwards -> {
              onwards.getResponse().setStatusCode(HttpStatus.ACCEPTED);
              return Mono.empty();
            })
        .block();
  }
}
