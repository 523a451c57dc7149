package io.openvpos.authorization.checkout.page;

import io.openvpos.messaging.http.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/// Every failure of a page leaves as a page. Nothing of an exception's own text is shown.
@ControllerAdvice(assignableTypes = {CheckoutPages.class, PointsPages.class, LinkPages.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CheckoutProblems {

  private static final Logger LOGGER = LoggerFactory.getLogger(CheckoutProblems.class);

  private final CheckoutRenderings renderings;

  CheckoutProblems(CheckoutRenderings renderings) {
    this.renderings = renderings;
  }

  @ExceptionHandler
  Rendering problem(ProblemException problem, ServerWebExchange exchange) {
    return page(problem.status(), exchange);
  }

  @ExceptionHandler
  Rendering status(ResponseStatusException failure, ServerWebExchange exchange) {
    return page(failure.getStatusCode().value(), exchange);
  }

  /// What was sent may have been taken: the page says to look again before paying again, and the
  /// session knows.
  @ExceptionHandler
  Rendering anything(RuntimeException failure, ServerWebExchange exchange) {
    LOGGER.error("a checkout page failed", failure);
    return page(503, exchange);
  }

  private Rendering page(int status, ServerWebExchange exchange) {
    String asked = exchange.getRequest().getQueryParams().getFirst("lang");
    return renderings
        .bare("checkout/message", CheckoutTexts.in(asked == null ? "tr" : asked))
        .modelAttribute("state", state(status))
        .modelAttribute("link", "")
        .modelAttribute("waiting", false)
        .status(HttpStatus.valueOf(status))
        .build();
  }

  private static String state(int status) {
    return switch (status) {
      case 404 -> "not_found";
      case 400, 408, 413, 415 -> "malformed";
      default -> "unavailable";
    };
  }
}
