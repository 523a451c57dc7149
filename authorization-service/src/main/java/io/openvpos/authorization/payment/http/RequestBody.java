package io.openvpos.authorization.payment.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request's bytes, read when the checks before it have passed. At most 64 KiB of JSON.
public final class RequestBody {

  /// Strict: a field that comes twice has no one meaning, and nothing follows the document.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final byte[] bytes;

  RequestBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /// 408, 413 and 415 are decided here; whether it is JSON is asked later.
  public static RequestBody of(ServerWebExchange exchange) {
    return new RequestBody(RequestBytes.of(exchange));
  }

  /// The JSON object; nothing at all counts as an empty one if `optional`.
  public JsonNode object(boolean optional) {
    if (bytes.length == 0 && optional) {
      return JSON.createObjectNode();
    }
    try {
      JsonNode body = JSON.readTree(bytes);
      if (body != null && body.isObject()) {
        return body;
      }
    } catch (JacksonException e) {
      // Its message quotes the body, which may hold a card number: it is not passed on.
      throw ProblemException.of(400, "malformed_json");
    }
    throw ProblemException.of(400, "malformed_json");
  }
}
