package io.openvpos.messaging.http;

import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Reads a request's body when the checks that come before it have passed. A `@RequestBody` is read
/// before the method begins, so that somebody with the wrong role would be told about their JSON;
/// and it waits for its client for ever.
public final class JsonBody {

  private final JsonMapper json;

  public JsonBody(JsonMapper json) {
    this.json = json;
  }

  public <T> T read(ServerWebExchange exchange, Class<T> type) {
    byte[] bytes = RequestBytes.of(exchange);
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
}
