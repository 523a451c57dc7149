package io.openvpos.merchant.profile.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.UnreadableJson;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
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
    if (bytes.length > 0 && !isJson(request)) {
      throw ProblemException.of(415, "unsupported_media_type");
    }
    try {
      T body = json.readValue(bytes, type);
      if (body != null) {
        return body;
      }
    } catch (JacksonException unreadable) {
      throw UnreadableJson.problem(unreadable);
    }
    throw ProblemException.of(400, "malformed_json");
  }

  /// A media type that cannot be read is one that we do not take.
  private static boolean isJson(ServerHttpRequest request) {
    try {
      return MediaType.APPLICATION_JSON.includes(request.getHeaders().getContentType());
    } catch (InvalidMediaTypeException e) {
      return false;
    }
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
}
