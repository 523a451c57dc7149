package io.openvpos.authorization.payment.http;

import io.openvpos.messaging.http.ProblemException;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request's bytes, read when the checks before it have passed. At most 64 KiB of JSON.
final class RequestBody {

  static final int MAX_BYTES = 64 * 1024;

  /// A body that never ends would hold its thread for ever; one this large comes in far less.
  private static final Duration READ_WITHIN = Duration.ofSeconds(10);

  /// Strict: a field that comes twice has no one meaning, and nothing follows the document.
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final byte[] bytes;

  private RequestBody(byte[] bytes) {
    this.bytes = bytes;
  }

  /// 408, 413 and 415 are decided here; whether it is JSON is asked later.
  static RequestBody of(ServerWebExchange exchange) {
    return of(exchange, READ_WITHIN);
  }

  static RequestBody of(ServerWebExchange exchange, Duration within) {
    ServerHttpRequest request = exchange.getRequest();
    if (request.getHeaders().getContentLength() > MAX_BYTES) {
      throw ProblemException.of(413, "payload_too_large");
    }
    byte[] bytes = read(exchange, within);
    if (bytes.length > 0 && !isJson(request)) {
      throw ProblemException.of(415, "unsupported_media_type");
    }
    return new RequestBody(bytes);
  }

  /// A media type that cannot be read is one that we do not take.
  private static boolean isJson(ServerHttpRequest request) {
    try {
      return MediaType.APPLICATION_JSON.includes(request.getHeaders().getContentType());
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static byte[] read(ServerWebExchange exchange, Duration within) {
    try {
      return DataBufferUtils.join(exchange.getRequest().getBody(), MAX_BYTES)
          .map(RequestBody::copied)
          .timeout(within, Mono.error(() -> tooSlow(exchange)))
          .blockOptional()
          .orElseGet(() -> new byte[0]);
    } catch (DataBufferLimitException e) {
      throw ProblemException.of(413, "payload_too_large");
    }
  }

  /// Nobody reads the rest of the body, so no other request can follow it (RFC 9110, 15.5.9).
  private static ProblemException tooSlow(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().setConnection("close");
    return ProblemException.of(408, "request_timeout");
  }

  private static byte[] copied(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  /// The JSON object; nothing at all counts as an empty one if `optional`.
  JsonNode object(boolean optional) {
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
