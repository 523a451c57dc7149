package io.openvpos.merchant.profile.http;

import io.openvpos.messaging.http.ProblemException;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a request's body when the checks that come before it have passed. A `@RequestBody` is read
/// before the method begins, so that somebody with the wrong role would be told about their JSON.
@Component
final class JsonBody {

  private static final int MAX_BYTES = 64 * 1024;

  private final JsonMapper json;

  JsonBody(JsonMapper json) {
    this.json = json;
  }

  <T> T read(ServerHttpRequest request, Class<T> type) {
    if (request.getHeaders().getContentLength() > MAX_BYTES) {
      throw ProblemException.of(413, "payload_too_large");
    }
    byte[] bytes = bytes(request);
    MediaType sent = request.getHeaders().getContentType();
    if (bytes.length > 0 && (sent == null || !MediaType.APPLICATION_JSON.includes(sent))) {
      throw ProblemException.of(415, "unsupported_media_type");
    }
    try {
      T body = json.readValue(bytes, type);
      if (body != null) {
        return body;
      }
    } catch (JacksonException unreadable) {
      throw problem(unreadable);
    }
    throw ProblemException.of(400, "malformed_json");
  }

  private static byte[] bytes(ServerHttpRequest request) {
    try {
      return DataBufferUtils.join(request.getBody(), MAX_BYTES)
          .map(JsonBody::copied)
          .blockOptional()
          .orElseGet(() -> new byte[0]);
    } catch (DataBufferLimitException e) {
      throw ProblemException.of(413, "payload_too_large");
    }
  }

  private static byte[] copied(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }

  /// A field that is wrong is named; its value is not repeated.
  private static ProblemException problem(JacksonException unreadable) {
    if (!(unreadable instanceof DatabindException) || unreadable.getPath().isEmpty()) {
      return ProblemException.of(400, "malformed_json");
    }
    String code =
        unreadable instanceof UnrecognizedPropertyException ? "unknown_field" : "invalid_type";
    return ProblemException.of(400, "validation_failed").field(pointer(unreadable), code);
  }

  /// Where in the body (RFC 6901).
  private static String pointer(JacksonException unreadable) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : unreadable.getPath()) {
      String name = step.getPropertyName();
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
    }
    return pointer.toString();
  }
}
