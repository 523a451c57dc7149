package io.openvpos.messaging.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.MethodNotAllowedException;
import tools.jackson.databind.json.JsonMapper;

class ProblemAdviceTest {

  private final ProblemWriter writer = new ProblemWriter(new Messages(List.of()), new JsonMapper());
  private final ProblemAdvice advice = new ProblemAdvice(writer);

  @Test
  void aRefusedMethodComesWithThoseAllowed() {
    MockServerWebExchange exchange = asked("/v1/payments");
    var failure = new MethodNotAllowedException(HttpMethod.PUT, Set.of(HttpMethod.POST));
    assertThat(advice.status(failure, exchange).getStatusCode().value()).isEqualTo(405);
    assertThat(exchange.getResponse().getHeaders().getAllow()).containsExactly(HttpMethod.POST);
  }

  @ParameterizedTest
  @ValueSource(strings = {"4155650100416111", "4155-6501-0041-6111"})
  void aCardNumberInTheAddressIsNotRepeated(String number) {
    assertThat(instance("/v1/payments/" + number + "/capture")).isEqualTo("/v1/payments/*/capture");
  }

  @Test
  void anAddressIsRepeatedAsItCame() {
    String address = "/v1/business-days/2026-11-23/close";
    assertThat(instance(address)).isEqualTo(address);
  }

  private String instance(String address) {
    ProblemException problem = ProblemException.of(404, "not_found");
    return Objects.requireNonNull(advice.problem(problem, asked(address)).getBody()).instance();
  }

  private static MockServerWebExchange asked(String address) {
    return MockServerWebExchange.from(MockServerHttpRequest.get(address));
  }
}
