package io.openvpos.messaging.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/// Turns a [ProblemException] into the document that the caller reads, in the caller's language.
public final class ProblemWriter {

  private static final String TYPE = "https://open-vpos.example/problems/";

  private final Messages messages;
  private final JsonMapper json;

  ProblemWriter(Messages messages, JsonMapper json) {
    this.messages = messages;
    this.json = json;
  }

  public Problem document(ServerWebExchange exchange, ProblemException problem) {
    Locale locale = Languages.of(exchange.getRequest());
    String code = problem.code();
    return new Problem(
        TYPE + code.replace('_', '-'),
        messages.text("problem." + code + ".title", locale),
        problem.status(),
        messages.text(problem.detailKey(), locale, problem.arguments().toArray()),
        CardLength.masked(exchange.getRequest().getPath().value()),
        code,
        fields(problem, locale));
  }

  public ResponseEntity<Problem> entity(ServerWebExchange exchange, ProblemException problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .headers(headers -> retryAfter(headers, problem))
        .body(document(exchange, problem));
  }

  /// For filters, which stand before the controllers.
  public Mono<Void> write(ServerWebExchange exchange, ProblemException problem) {
    var response = exchange.getResponse();
    response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
    response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
    retryAfter(response.getHeaders(), problem);
    byte[] body = json.writeValueAsBytes(document(exchange, problem));
    return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
  }

  private @Nullable List<Problem.Field> fields(ProblemException problem, Locale locale) {
    if (problem.fields().isEmpty()) {
      return null;
    }
    return problem.fields().stream()
        .map(field ->
            new Problem.Field(
                field.pointer(),
                field.code(),
                messages.text("field." + field.code(), locale, field.arguments().toArray())))
        .toList();
  }

  private static void retryAfter(HttpHeaders headers, ProblemException problem) {
    Duration wait = problem.retryAfter();
    if (wait != null) {
      headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
    }
  }
}
