package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.StoreUnavailableException;
import io.openvpos.authorization.vault.VaultUnavailableException;
import io.openvpos.messaging.http.Problem;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemWriter;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ServerWebExchange;

/// An outage of a store is a 503: the key stays free, and asking again is safe.
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
final class StoreProblems {

  private static final Logger LOGGER = LoggerFactory.getLogger(StoreProblems.class);
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final ProblemWriter problems;

  StoreProblems(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler({StoreUnavailableException.class, VaultUnavailableException.class})
  ResponseEntity<Problem> unavailable(RuntimeException failure, ServerWebExchange exchange) {
    LOGGER.error("a store failed a request", failure);
    return problems.entity(
        exchange, ProblemException.of(503, "service_unavailable").retryAfter(SHORTLY));
  }
}
