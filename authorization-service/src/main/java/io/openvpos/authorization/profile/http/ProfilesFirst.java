package io.openvpos.authorization.profile.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/// Until all profiles are read nobody can tell a valid key from an unknown or a revoked one: a call
/// with a key is a 503, not a 401 that its shop would believe. Stands before the access filter,
/// which refuses what is no key at all.
final class ProfilesFirst implements WebFilter, Ordered {

  private static final Pattern API_KEY = Pattern.compile("(?i:bearer) +[sp]k_.*");
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final BooleanSupplier profilesRead;
  private final ProblemWriter problems;

  ProfilesFirst(BooleanSupplier profilesRead, ProblemWriter problems) {
    this.profilesRead = profilesRead;
    this.problems = problems;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    return profilesRead.getAsBoolean() || !hasKey(exchange)
        ? chain.filter(exchange)
        : problems.write(
            exchange, ProblemException.of(503, "service_unavailable").retryAfter(SHORTLY));
  }

  @Override
  public int getOrder() {
    return -1;
  }

  private static boolean hasKey(ServerWebExchange exchange) {
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    return header != null
        && API_KEY.matcher(header).matches()
        && exchange.getRequest().getPath().pathWithinApplication().value().startsWith("/v1/");
  }
}
