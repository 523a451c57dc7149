package io.openvpos.messaging.limits;

import io.openvpos.messaging.http.ProblemWriter;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// The first of all filters: how often an address may ask, whoever it is. Health always answers.
final class AddressFilter implements WebFilter, Ordered {

  private static final String HEALTH = "/actuator/health";

  private final RateLimits limits;
  private final ProblemWriter problems;

  AddressFilter(RateLimits limits, ProblemWriter problems) {
    this.limits = limits;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    var request = exchange.getRequest();
    if (request.getPath().pathWithinApplication().value().startsWith(HEALTH)) {
      return chain.filter(exchange);
    }
    return limits
        .address(request)
        .map(wait -> problems.write(exchange, RateLimits.problem(wait)))
        .orElseGet(() -> chain.filter(exchange));
  }

  /// Before authentication, whose order is 0.
  @Override
  public int getOrder() {
    return -10;
  }
}
