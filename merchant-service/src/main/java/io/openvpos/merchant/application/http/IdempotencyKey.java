package io.openvpos.merchant.application.http;

import io.openvpos.messaging.http.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// The header that makes a repeated submission the same one. An applicant need not send it.
final class IdempotencyKey {

  private static final int MAX = 255;

  private IdempotencyKey() {}

  static @Nullable String of(ServerWebExchange exchange) {
    String key = exchange.getRequest().getHeaders().getFirst("Idempotency-Key");
    if (key == null) {
      return null;
    }
    boolean visible = key.chars().allMatch(letter -> letter > ' ' && letter < 127);
    if (key.isEmpty() || key.length() > MAX || !visible) {
      throw ProblemException.of(400, "idempotency_key_invalid");
    }
    return key;
  }
}
