package io.openvpos.messaging.http;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// Reads `Idempotency-Key`: 1 to 255 visible ASCII characters, quoted or bare; both forms name the
/// same key.
public final class IdempotencyKey {

  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern ESCAPED = Pattern.compile("\\\\([\"\\\\])");

  private IdempotencyKey() {}

  /// 400 `idempotency_key_missing` or `idempotency_key_invalid`.
  public static String of(ServerHttpRequest request) {
    return ifSent(request).orElseThrow(() -> ProblemException.of(400, "idempotency_key_missing"));
  }

  /// For calls where it is left to the caller; 400 `idempotency_key_invalid` all the same.
  public static Optional<String> ifSent(ServerHttpRequest request) {
    List<String> values = request.getHeaders().getOrEmpty(HEADER);
    if (values.isEmpty()) {
      return Optional.empty();
    }
    String key = values.size() == 1 ? bare(values.getFirst().strip()) : "";
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.of(400, "idempotency_key_invalid");
    }
    return Optional.of(key);
  }

  private static String bare(String value) {
    if (!value.startsWith("\"")) {
      return value;
    }
    boolean closed = value.length() > 1 && value.endsWith("\"");
    return closed ? ESCAPED.matcher(value.substring(1, value.length() - 1)).replaceAll("$1") : "";
  }
}
