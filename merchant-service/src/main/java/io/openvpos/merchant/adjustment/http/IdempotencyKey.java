package io.openvpos.merchant.adjustment.http;

import io.openvpos.messaging.http.ProblemException;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Reads `Idempotency-Key` as the edge does: 1 to 255 visible ASCII characters, quoted or bare;
/// both forms name the same key.
final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

  private IdempotencyKey() {}

  static String of(ServerHttpRequest request) {
    List<String> values = request.getHeaders().getOrEmpty(HEADER);
    if (values.isEmpty()) {
      throw ProblemException.of(400, "idempotency_key_missing");
    }
    String key = values.size() == 1 ? bare(values.getFirst().strip()) : "";
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.of(400, "idempotency_key_invalid");
    }
    return key;
  }

  private static String bare(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    boolean closed = value.length() > 1 && value.endsWith("\"");
    return closed ? ESCAPED.matcher(value.substring(1, value.length() - 1)).replaceAll("$1") : "";
  }
}
