package io.openvpos.messaging.access;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Authenticates every request below /v1, also those that no route takes: 401 comes before 404. An
/// API key and a staff token both come as `Authorization: Bearer`.
public final class AccessFilter implements WebFilter, Ordered {

  private static final String CALLER = AccessFilter.class.getName() + ".caller";
  private static final String BEARER = "Bearer ";

  private final Optional<ApiKeys> apiKeys;
  private final StaffTokens staffTokens;
  private final AccessSettings settings;
  private final ProblemWriter problems;
  private final Scheduler blocking;

  AccessFilter(
      Optional<ApiKeys> apiKeys,
      StaffTokens staffTokens,
      AccessSettings settings,
      ProblemWriter problems,
      Scheduler blocking) {
    this.apiKeys = apiKeys;
    this.staffTokens = staffTokens;
    this.settings = settings;
    this.problems = problems;
    this.blocking = blocking;
  }

  /// The caller of a request that passed the filter.
  public static Optional<Caller> caller(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(CALLER));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (!path.startsWith("/v1/") || settings.publicPaths().contains(path)) {
      return chain.filter(exchange);
    }
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      return refuse(exchange);
    }
    String credential = header.substring(BEARER.length()).trim();
    if (isApiKey(credential) && apiKeys.isEmpty()) {
      // Whose ever it is: no key may make a call here.
      return problems.write(exchange, ProblemException.of(403, "forbidden"));
    }
    return isApiKey(credential)
        ? admitByKey(exchange, chain, credential)
        // Reading the keys of a token may ask merchant-service once.
        : Mono.fromCallable(() -> staffTokens.read(credential))
            .subscribeOn(blocking)
            .flatMap(staff -> admit(exchange, chain, staff));
  }

  @Override
  public int getOrder() {
    return 0;
  }

  private Mono<Void> admitByKey(
      ServerWebExchange exchange, WebFilterChain chain, String credential) {
    Optional<Caller.MerchantKey> caller;
    try {
      caller = apiKeys.flatMap(keys -> keys.find(credential));
    } catch (ProblemException e) {
      return problems.write(exchange, e);
    }
    return admit(exchange, chain, caller);
  }

  private Mono<Void> admit(
      ServerWebExchange exchange, WebFilterChain chain, Optional<? extends Caller> caller) {
    if (caller.isEmpty()) {
      return refuse(exchange);
    }
    exchange.getAttributes().put(CALLER, caller.get());
    return chain.filter(exchange);
  }

  private Mono<Void> refuse(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return problems.write(exchange, ProblemException.of(401, "unauthenticated"));
  }

  private static boolean isApiKey(String credential) {
    return credential.startsWith("sk_") || credential.startsWith("pk_");
  }
}
