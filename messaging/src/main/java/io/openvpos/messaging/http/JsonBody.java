package io.openvpos.messaging.http;

import java.util.Set;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads a request's body when the checks that come before it have passed. A `@RequestBody` is read
/// before the method begins, so that somebody with the wrong role would be told about their JSON;
/// and it waits for its client for ever.
public final class JsonBody {

  private final JsonMapper json;

  public JsonBody(JsonMapper json) {
    this.json = json;
  }

  /// A body of which a field that is absent and one that is null say two things.
  ///
  /// @param named the fields that were sent, as they are written in JSON
  public record Change<T>(T body, Set<String> named) {
    public Change {
      named = Set.copyOf(named);
    }
  }

  public <T> Change<T> readChange(ServerWebExchange exchange, Class<T> type) {
    JsonNode sent = read(exchange, JsonNode.class);
    try {
      T body = json.treeToValue(sent, type);
      if (body != null && sent.isObject()) {
        return new Change<>(body, Set.copyOf(sent.propertyNames()));
      }
    } catch (JacksonException unreadable) {
      throw UnreadableJson.problem(unreadable);
    }
    throw ProblemException.of(400, "malformed_json");
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
