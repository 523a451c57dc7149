package io.openvpos.authorization.payment.http;

import io.openvpos.authorization.payment.Keys;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// The hash that tells whether two requests under one key are the same: over the parsed body with
/// its fields in order. The card takes part by its vault identity only.
public final class CanonicalBody {

  private static final JsonMapper JSON = new JsonMapper();

  private CanonicalBody() {}

  /// SHA-256 of a body.
  ///
  /// @param cardIdentity stands for the whole `card` object; null if the body has none
  public static String hash(JsonNode body, @Nullable String cardIdentity) {
    StringBuilder text = new StringBuilder();
    Map<String, JsonNode> fields = sorted(body);
    if (cardIdentity != null) {
      fields.put("card", StringNode.valueOf(cardIdentity));
    }
    write(fields, text);
    return Keys.requestHash(text.toString());
  }

  private static void write(Map<String, JsonNode> fields, StringBuilder text) {
    text.append('{');
    fields.forEach((name, value) -> {
      text.append(JSON.writeValueAsString(name)).append(':');
      write(value, text);
      text.append(',');
    });
    text.append('}');
  }

  private static void write(JsonNode value, StringBuilder text) {
    if (value.isObject()) {
      write(sorted(value), text);
    } else if (value.isArray()) {
      text.append(
          StreamSupport.stream(value.spliterator(), false)
              .map(CanonicalBody::written)
              .collect(Collectors.joining(",", "[", "]")));
    } else {
      text.append(value);
    }
  }

  private static String written(JsonNode value) {
    StringBuilder text = new StringBuilder();
    write(value, text);
    return text.toString();
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> fields = new TreeMap<>();
    object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
    return fields;
  }
}
