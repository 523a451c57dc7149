package io.openvpos.authorization.issuer.iso8583;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.openvpos.authorization.issuer.IssuerSettings;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Opens when nearly all of the last requests stayed unanswered although the connections live: a
/// request that is not sent is a definite decline, one without an answer keeps a shopper waiting
/// and must be reversed. After a pause a few requests find out whether the issuers answer again.
///
/// A network that is altogether silent is found sooner, by the echo that follows an unanswered
/// request, see [Link].
final class RequestCircuit {

  private static final float UNANSWERED_PERCENT = 90;
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int TRIALS = 5;

  private final CircuitBreaker breaker;

  RequestCircuit(IssuerSettings settings) {
    breaker =
        CircuitBreaker.of(
            "issuer-requests",
            CircuitBreakerConfig.custom()
                .slidingWindowType(SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.circuitWindow())
                .minimumNumberOfCalls(settings.circuitWindow())
                .failureRateThreshold(UNANSWERED_PERCENT)
                .waitDurationInOpenState(PAUSE)
                .permittedNumberOfCallsInHalfOpenState(TRIALS)
                .build());
  }

  /// True if a request may be sent. It then ends with exactly one of the calls below.
  boolean enter() {
    return breaker.tryAcquirePermission();
  }

  void answered() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
  }

  void unanswered() {
    breaker.onError(0, TimeUnit.NANOSECONDS, new UnansweredException());
  }

  void notSent() {
    breaker.releasePermission();
  }

  boolean isOpen() {
    return breaker.getState() == CircuitBreaker.State.OPEN;
  }

  /// Only a word for the breaker's records.
  private static final class UnansweredException extends Exception {

    UnansweredException() {
      super("no answer by the deadline", null, false, false);
    }
  }
}
