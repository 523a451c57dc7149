package io.openvpos.authorization.threeds.message;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The elements of one received message, each checked as it is asked for.
final class Elements {

  static final Set<String> VERSIONS = Set.of("2.1.0", "2.2.0");
  static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final JsonNode message;

  private Elements(JsonNode message) {
    this.message = message;
  }

  static Elements of(String text) throws ProtocolException {
    try {
      JsonNode message = JSON.readTree(text);
      if (message != null && message.isObject()) {
        return new Elements(message);
      }
    } catch (JacksonException e) {
      // Its message may quote what was sent.
      boolean twice = String.valueOf(e.getOriginalMessage()).startsWith("Duplicate");
      throw new ProtocolException(
          twice ? ErrorCode.DUPLICATE_ELEMENT : ErrorCode.MESSAGE_RECEIVED_INVALID, "message");
    }
    throw new ProtocolException(ErrorCode.MESSAGE_RECEIVED_INVALID, "message");
  }

  /// The type is the one expected, the version one that we speak, and no extension is critical.
  Elements expecting(String type) throws ProtocolException {
    if (!type.equals(message.path("messageType").asString(""))) {
      throw new ProtocolException(ErrorCode.MESSAGE_RECEIVED_INVALID, "messageType");
    }
    if (!VERSIONS.contains(required("messageVersion", Pattern.compile(".{5,8}")))) {
      throw new ProtocolException(ErrorCode.VERSION_NOT_SUPPORTED, "messageVersion");
    }
    for (JsonNode extension : message.path("messageExtension")) {
      if (extension.path("criticalityIndicator").asBoolean(false)) {
        throw new ProtocolException(ErrorCode.CRITICAL_EXTENSION, "messageExtension");
      }
    }
    return this;
  }

  String type() {
    return message.path("messageType").asString("");
  }

  String required(String name, Pattern format) throws ProtocolException {
    String value = optional(name, format);
    if (value == null) {
      throw new ProtocolException(ErrorCode.REQUIRED_ELEMENT_MISSING, name);
    }
    return value;
  }

  @Nullable String optional(String name, Pattern format) throws ProtocolException {
    JsonNode value = message.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return null;
    }
    Optional<String> text = value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
    if (text.isEmpty() || !format.matcher(text.get()).matches()) {
      throw new ProtocolException(ErrorCode.FORMAT_INVALID, name);
    }
    return text.get();
  }
}
