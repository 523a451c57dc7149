package io.openvpos.messaging.limits;

import io.openvpos.messaging.access.AccessFilter;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.Ordered;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Behind authentication, before everything else and so before idempotency: what is refused here
/// was not begun and leaves no trace. In this order: how often the caller may ask (429), whether
/// facts wait too long to be sent (503, writes only), whether there is a place (503).
///
/// A request that stays in execution too long is told 503 `service_unavailable`, which means that
/// its outcome is not known: it is not stopped, and the same idempotency key finds what became of
/// it. 503 `overloaded` means that nothing was done.
final class LoadFilter implements WebFilter, Ordered {

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  /// A backlog of thousands is not sent within one.
  private static final Duration ONCE_SENT = Duration.ofSeconds(5);

  private final RateLimits limits;
  private final Pressure pressure;
  private final InFlight inFlight;
  private final Duration answerWithin;
  private final ProblemWriter problems;

  LoadFilter(
      RateLimits limits,
      Pressure pressure,
      InFlight inFlight,
      Duration answerWithin,
      ProblemWriter problems) {
    this.limits = limits;
    this.pressure = pressure;
    this.inFlight = inFlight;
    this.answerWithin = answerWithin;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    if (!exchange.getRequest().getPath().pathWithinApplication().value().startsWith("/v1/")) {
      return chain.filter(exchange);
    }
    boolean read = READS.contains(exchange.getRequest().getMethod());
    Optional<Duration> tooOften =
        AccessFilter.account(exchange).flatMap(account -> limits.caller(account, read));
    if (tooOften.isPresent()) {
      return problems.write(exchange, RateLimits.problem(tooOften.get()));
    }
    if (!read && pressure.isHigh()) {
      return overloaded(exchange, ONCE_SENT);
    }
    if (!inFlight.enter(read)) {
      return overloaded(exchange, SHORTLY);
    }
    return chain
        .filter(exchange)
        .timeout(answerWithin, Mono.defer(() -> unknown(exchange)))
        .doFinally(_ -> inFlight.leave(read));
  }

  private Mono<Void> overloaded(ServerWebExchange exchange, Duration wait) {
    return problems.write(exchange, ProblemException.of(503, "overloaded").retryAfter(wait));
  }

  /// An answer that has begun cannot become another one: its connection ends instead.
  private Mono<Void> unknown(ServerWebExchange exchange) {
    return exchange.getResponse().isCommitted()
        ? Mono.error(new IllegalStateException("an answer took longer than " + answerWithin))
        : problems.write(
            exchange, ProblemException.of(503, "service_unavailable").retryAfter(SHORTLY));
  }

  /// After authentication, whose order is 0.
  @Override
  public int getOrder() {
    return 10;
  }
}
