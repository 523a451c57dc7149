package io.openvpos.messaging.http;

import com.mongodb.MongoException;
import io.openvpos.messaging.day.DayUnknownException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.MethodParameter;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import tools.jackson.databind.DatabindException;

/// Every failure of a request leaves as a problem document. Nothing of an exception's own text
/// does: it may quote what must not be shown.
@RestControllerAdvice
public final class ProblemAdvice {

  private static final Logger LOGGER = LoggerFactory.getLogger(ProblemAdvice.class);
  private static final Duration SHORTLY = Duration.ofSeconds(1);

  private final ProblemWriter problems;

  ProblemAdvice(ProblemWriter problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Problem> problem(ProblemException problem, ServerWebExchange exchange) {
    return problems.entity(exchange, problem);
  }

  @ExceptionHandler
  ResponseEntity<Problem> status(ResponseStatusException failure, ServerWebExchange exchange) {
    if (failure instanceof MethodNotAllowedException notAllowed) {
      exchange.getResponse().getHeaders().setAllow(notAllowed.getSupportedMethods());
    }
    return problems.entity(exchange, translated(failure));
  }

  @ExceptionHandler
  ResponseEntity<Problem> tooLarge(DataBufferLimitException failure, ServerWebExchange exchange) {
    return problems.entity(exchange, ProblemException.of(413, "payload_too_large"));
  }

  @ExceptionHandler
  ResponseEntity<Problem> noDay(DayUnknownException failure, ServerWebExchange exchange) {
    return unavailable(exchange);
  }

  @ExceptionHandler
  ResponseEntity<Problem> store(MongoException failure, ServerWebExchange exchange) {
    LOGGER.error("the store failed a request", failure);
    return unavailable(exchange);
  }

  @ExceptionHandler
  ResponseEntity<Problem> anything(RuntimeException failure, ServerWebExchange exchange) {
    LOGGER.error("a request failed", failure);
    return problems.entity(exchange, ProblemException.of(500, "internal_error"));
  }

  private ResponseEntity<Problem> unavailable(ServerWebExchange exchange) {
    return problems.entity(
        exchange, ProblemException.of(503, "service_unavailable").retryAfter(SHORTLY));
  }

  private static ProblemException inputProblem(
      ServerWebInputException input, MethodParameter parameter) {
    if (!parameter.hasParameterAnnotation(RequestBody.class)) {
      String name = String.valueOf(parameter.getParameterName());
      return ProblemException.of(400, "validation_failed").field(name, "invalid");
    }
    Throwable cause = input;
    while (cause != null && !(cause instanceof DatabindException)) {
      cause = cause.getCause();
    }
    return cause instanceof DatabindException unreadable
        ? UnreadableJson.problem(unreadable)
        : ProblemException.of(400, "malformed_json");
  }

  private static ProblemException translated(ResponseStatusException failure) {
    if (failure.getCause() instanceof DataBufferLimitException) {
      return ProblemException.of(413, "payload_too_large");
    }
    if (failure instanceof ServerWebInputException input && input.getMethodParameter() != null) {
      return inputProblem(input, input.getMethodParameter());
    }
    int status = failure.getStatusCode().value();
    return switch (status) {
      case 400 -> ProblemException.of(400, "malformed_json");
      case 404 -> ProblemException.of(404, "not_found");
      case 405 -> ProblemException.of(405, "method_not_allowed");
      case 406 -> ProblemException.of(406, "not_acceptable");
      case 413 -> ProblemException.of(413, "payload_too_large");
      case 415 -> ProblemException.of(415, "unsupported_media_type");
      default -> ProblemException.of(status, status < 500 ? "bad_request" : "internal_error");
    };
  }
}
