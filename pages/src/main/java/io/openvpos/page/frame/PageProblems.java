package io.openvpos.page.frame;

import com.mongodb.MongoException;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageCaller;
import io.openvpos.page.PageController;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;

/// Every failure of a page leaves as a page, in the frame and in its language. As in the API,
/// nothing of an exception's own text is shown.
@ControllerAdvice(annotations = PageController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PageProblems {

  private static final Logger LOGGER = LoggerFactory.getLogger(PageProblems.class);

  private final PageCallers callers;

  PageProblems(PageCallers callers) {
    this.callers = callers;
  }

  @ExceptionHandler
  Rendering problem(ProblemException problem, ServerWebExchange exchange) {
    Duration wait = problem.retryAfter();
    if (wait != null) {
      exchange
          .getResponse()
          .getHeaders()
          .set("Retry-After", String.valueOf(Math.max(1, wait.toSeconds())));
    }
    return page(exchange, problem);
  }

  @ExceptionHandler
  Rendering status(ResponseStatusException failure, ServerWebExchange exchange) {
    int status = failure.getStatusCode().value();
    return page(
        exchange,
        switch (status) {
          case 404, 405 -> ProblemException.of(404, "not_found");
          case 400 -> ProblemException.of(400, "bad_request");
          case 413 -> ProblemException.of(413, "payload_too_large");
          case 415 -> ProblemException.of(415, "unsupported_media_type");
          default -> ProblemException.of(status, status < 500 ? "bad_request" : "internal_error");
        });
  }

  @ExceptionHandler
  Rendering store(MongoException failure, ServerWebExchange exchange) {
    LOGGER.error("the store failed a page", failure);
    return page(exchange, ProblemException.of(503, "service_unavailable"));
  }

  @ExceptionHandler
  Rendering anything(RuntimeException failure, ServerWebExchange exchange) {
    LOGGER.error("a page failed", failure);
    return page(exchange, ProblemException.of(500, "internal_error"));
  }

  private Rendering page(ServerWebExchange exchange, ProblemException problem) {
    PageCaller caller = callers.of(exchange);
    String key = "problem." + problem.code();
    return caller
        .page("problem")
        .status(problem.status())
        .with("status", problem.status())
        .with("title", caller.problemText(key + ".title"))
        .with("detail", caller.problemText(key + ".detail", problem.arguments().toArray()))
        .rendering();
  }
}
