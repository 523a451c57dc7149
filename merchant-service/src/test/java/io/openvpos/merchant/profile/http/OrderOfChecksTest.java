package io.openvpos.merchant.profile.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.profile.KeyIssuing;
import io.openvpos.merchant.profile.KeyLimiting;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.Onboarding;
import io.openvpos.merchant.profile.SecurityChanges;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.Role;
import io.openvpos.messaging.http.JsonBody;
import io.openvpos.messaging.http.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// 403 and 404 come before anything that is wrong with the body: 413, 415, 400.
class OrderOfChecksTest {

  private static final Caller OPS = staff(Role.ACQUIRER_OPS);
  private static final Caller AUDITOR = staff(Role.AUDITOR);

  private final JsonBody body =
      new JsonBody(
          JsonMapper.builder()
              .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
              .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .build());
  private final NoMerchants none = new NoMerchants();

  @Test
  void theRoleIsAskedForBeforeTheBodyIsRead() {
    for (ServerWebExchange wrong : List.of(json("{"), text("hello"), json("x".repeat(70_000)))) {
      assertThat(create(AUDITOR, wrong)).isEqualTo("403 forbidden []");
      assertThat(issue(AUDITOR, wrong)).isEqualTo("403 forbidden []");
      assertThat(issue(OPS, wrong)).isEqualTo("404 not_found []");
      assertThat(setOrigins(AUDITOR, wrong)).isEqualTo("403 forbidden []");
      assertThat(setOrigins(OPS, wrong)).isEqualTo("404 not_found []");
    }
  }

  @Test
  void thenTheBodyIs() {
    assertThat(create(OPS, text("hello"))).isEqualTo("415 unsupported_media_type []");
    ServerWebExchange unreadable =
        MockServerWebExchange.from(
            MockServerHttpRequest.post("/")
                .header("Content-Type", "json")
                .body(Mono.just(DefaultDataBufferFactory.sharedInstance.wrap(new byte[] {'1'}))));
    assertThat(create(OPS, unreadable)).isEqualTo("415 unsupported_media_type []");
    assertThat(create(OPS, json("x".repeat(70_000)))).isEqualTo("413 payload_too_large []");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{; 400 malformed_json []",
        "[]; 400 malformed_json []",
        "null; 400 malformed_json []",
        "'';400 malformed_json []",
        "{} {}; 400 malformed_json []",
        "{\"nam\": 1}; 400 validation_failed [/nam unknown_field]",
        "{\"modes\": 1}; 400 validation_failed [/modes invalid_type]",
        "{\"contract\": {\"rows\": [{}, {\"rate_basis_points\": \"a\"}]}};"
            + " 400 validation_failed [/contract/rows/1/rate_basis_points invalid_type]"
      })
  void aWrongBodyIsAProblemThatNamesItsField(String sent, String expected) {
    assertThat(create(OPS, json(sent))).isEqualTo(expected);
  }

  private String create(Caller caller, ServerWebExchange exchange) {
    MerchantController controller =
        new MerchantController(none, new Onboarding(none, Clock.systemUTC()), body);
    return problem(() -> controller.create(caller, exchange));
  }

  private String issue(Caller caller, ServerWebExchange exchange) {
    Clock clock = Clock.systemUTC();
    KeyController controller =
        new KeyController(
            none, new KeyIssuing(none, clock), new KeyLimiting(none, clock), body, clock);
    return problem(() -> controller.issue(caller, "mer_1", exchange));
  }

  private String setOrigins(Caller caller, ServerWebExchange exchange) {
    CheckoutOriginController controller =
        new CheckoutOriginController(none, new SecurityChanges(none, Clock.systemUTC()), body);
    return problem(() -> controller.set(caller, "mer_1", exchange));
  }

  private static String problem(ThrowingCallable call) {
    ProblemException problem = catchThrowableOfType(ProblemException.class, call);
    return problem.status()
        + " "
        + problem.code()
        + " "
        + problem.fields().stream().map(fault -> fault.pointer() + " " + fault.code()).toList();
  }

  private static ServerWebExchange json(String body) {
    return sent(MediaType.APPLICATION_JSON, body);
  }

  private static ServerWebExchange text(String body) {
    return sent(MediaType.TEXT_PLAIN, body);
  }

  private static ServerWebExchange sent(MediaType type, String body) {
    return MockServerWebExchange.from(MockServerHttpRequest.post("/").contentType(type).body(body));
  }

  private static Caller staff(Role role) {
    return new Caller.Staff("somebody", Set.of(role), null);
  }

  private static final class NoMerchants implements Merchants {
    @Override
    public Optional<Merchant> find(String id) {
      return Optional.empty();
    }

    @Override
    public List<Merchant> all() {
      return List.of();
    }

    @Override
    public boolean insert(Merchant merchant, Action action) {
      throw new AssertionError("nothing is stored");
    }

    @Override
    public boolean save(Merchant changed, Action action) {
      throw new AssertionError("nothing is stored");
    }
  }
}
