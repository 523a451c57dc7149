package io.openvpos.messaging.access;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
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
  private static final String ACCOUNT = AccessFilter.class.getName() + ".account";
  private static final String BEARER = "Bearer ";

  /// Staff are few, and a token whose key is known is read in no time.
  private static final int READINGS_AT_ONCE = 256;

  private final Optional<ApiKeys> apiKeys;
  private final StaffTokens staffTokens;
  private final AccessSettings settings;
  private final ProblemWriter problems;
  private final Scheduler blocking;
  private final Strangers strangers;
  private final Semaphore readings = new Semaphore(READINGS_AT_ONCE);

  AccessFilter(
      Optional<ApiKeys> apiKeys,
      StaffTokens staffTokens,
      AccessSettings settings,
      ProblemWriter problems,
      Scheduler blocking,
      Strangers strangers) {
    this.apiKeys = apiKeys;
    this.staffTokens = staffTokens;
    this.settings = settings;
    this.problems = problems;
    this.blocking = blocking;
    this.strangers = strangers;
  }

  /// The caller of a request that passed the filter.
  public static Optional<Caller> caller(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(CALLER));
  }

  /// A name for the credential by which the caller of such a request came: of a key its hash, so
  /// that two keys of one merchant are two; of a person the subject.
  public static Optional<String> account(ServerWebExchange exchange) {
    return Optional.ofNullable(exchange.getAttribute(ACCOUNT));
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    String path = exchange.getRequest().getPath().pathWithinApplication().value();
    if (!path.startsWith("/v1/") || settings.publicPaths().contains(path)) {
      return chain.filter(exchange);
    }
    String header = exchange.getRequest().getHeaders().getFirst(HttpHeaders.AUTHORIZATION);
    if (header == null && settings.openPaths().stream().anyMatch(path::startsWith)) {
      return chain.filter(exchange);
    }
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
        : admitByToken(exchange, chain, credential);
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
    if (caller.filter(key -> !key.guard().admits(exchange.getRequest())).isPresent()) {
      return problems.write(exchange, ProblemException.of(403, "forbidden").because("address"));
    }
    return admit(exchange, chain, caller, ApiKeys.hash(credential));
  }

  private Mono<Void> admitByToken(
      ServerWebExchange exchange, WebFilterChain chain, String credential) {
    return Mono.fromCallable(() -> readToken(credential))
        .subscribeOn(blocking)
        .map(staff -> admit(exchange, chain, staff, staff.map(Caller.Staff::subject).orElse("")))
        .onErrorResume(
            ProblemException.class, problem -> Mono.just(problems.write(exchange, problem)))
        .flatMap(answer -> answer);
  }

  /// Reading the keys of a token may ask merchant-service once, and so take long: not for more at
  /// once than there are places.
  private Optional<Caller.Staff> readToken(String credential) {
    if (!readings.tryAcquire()) {
      throw ProblemException.of(503, "overloaded").retryAfter(Duration.ofSeconds(1));
    }
    try {
      return staffTokens.read(credential);
    } finally {
      readings.release();
    }
  }

  private Mono<Void> admit(
      ServerWebExchange exchange,
      WebFilterChain chain,
      Optional<? extends Caller> caller,
      String account) {
    if (caller.isEmpty()) {
      return refuse(exchange);
    }
    exchange.getAttributes().put(CALLER, caller.get());
    exchange.getAttributes().put(ACCOUNT, account);
    return chain.filter(exchange);
  }

  private Mono<Void> refuse(ServerWebExchange exchange) {
    Optional<Duration> tooMany = strangers.tooMany(exchange.getRequest());
    if (tooMany.isPresent()) {
      return problems.write(
          exchange, ProblemException.of(429, "rate_limited").retryAfter(tooMany.get()));
    }
    exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    return problems.write(exchange, ProblemException.of(401, "unauthenticated"));
  }

  private static boolean isApiKey(String credential) {
    return credential.startsWith("sk_") || credential.startsWith("pk_");
  }
}
