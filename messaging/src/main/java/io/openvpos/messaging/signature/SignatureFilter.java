package io.openvpos.messaging.signature;

import com.mongodb.MongoException;
import io.openvpos.messaging.access.AccessFilter;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import io.openvpos.messaging.http.RequestBytes;
import io.openvpos.messaging.signature.RequestSignature.Verdict;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/// Behind the limits: calls that change something, by a key with a registered public key, are let
/// through only as they were signed, and once. Everybody else passes at once.
final class SignatureFilter implements WebFilter, Ordered {

  private static final Set<HttpMethod> READS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private static final Logger LOGGER = LoggerFactory.getLogger(SignatureFilter.class);

  private final Supplier<Nonces> nonces;
  private final Clock clock;
  private final ProblemWriter problems;
  private final Scheduler blocking;

  /// @param nonces asked for at the first signed call
  SignatureFilter(
      Supplier<Nonces> nonces, Clock clock, ProblemWriter problems, Scheduler blocking) {
    this.nonces = nonces;
    this.clock = clock;
    this.problems = problems;
    this.blocking = blocking;
  }

  @Override
  public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
    Optional<PublicKey> signer =
        AccessFilter.caller(exchange)
            .filter(_ -> !READS.contains(exchange.getRequest().getMethod()))
            .filter(Caller.MerchantKey.class::isInstance)
            .map(Caller.MerchantKey.class::cast)
            .flatMap(key -> Optional.ofNullable(key.guard().signer()));
    if (signer.isEmpty()) {
      return chain.filter(exchange);
    }
    return Mono.fromCallable(() -> verified(exchange, signer.get()))
        .subscribeOn(blocking)
        .map(chain::filter)
        .onErrorMap(MongoException.class, SignatureFilter::unavailable)
        .onErrorResume(ProblemException.class, problem -> Mono.just(refuse(exchange, problem)))
        .flatMap(answer -> answer);
  }

  /// Whether a nonce was used cannot be told, so nothing is begun.
  private static ProblemException unavailable(MongoException away) {
    LOGGER.error("the store failed a nonce", away);
    return ProblemException.of(503, "service_unavailable").retryAfter(Duration.ofSeconds(1));
  }

  private Mono<Void> refuse(ServerWebExchange exchange, ProblemException problem) {
    if (problem.status() == 401) {
      exchange.getResponse().getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, "Signature");
    }
    return problems.write(exchange, problem);
  }

  /// The same request, whose body can be read once more.
  private ServerWebExchange verified(ServerWebExchange exchange, PublicKey signer) {
    byte[] body = RequestBytes.ofAnything(exchange);
    ServerHttpRequest request = exchange.getRequest();
    SignedMessage message =
        new SignedMessage(
            request.getMethod().name(),
            request.getURI(),
            request.getHeaders(),
            body.length == 0 ? null : digest(body));
    switch (RequestSignature.verify(message, signer, clock.instant())) {
      case Verdict.Wrong(String why) -> throw invalid(why);
      case Verdict.Right(String nonce, var until) -> {
        String account = AccessFilter.account(exchange).orElseThrow();
        if (!nonces.get().take(account, nonce, until)) {
          throw invalid("replayed");
        }
      }
    }
    return exchange.mutate().request(readAgain(exchange, body)).build();
  }

  private static ProblemException invalid(String why) {
    return ProblemException.of(401, "signature_invalid").because(why);
  }

  private static ServerHttpRequest readAgain(ServerWebExchange exchange, byte[] body) {
    return new ServerHttpRequestDecorator(exchange.getRequest()) {
      @Override
      public Flux<DataBuffer> getBody() {
        return body.length == 0
            ? Flux.empty()
            : Flux.defer(
                () -> Flux.just(exchange.getResponse().bufferFactory().wrap(body.clone())));
      }
    };
  }

  private static String digest(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// After the limits, whose order is 10.
  @Override
  public int getOrder() {
    return 11;
  }
}
