package io.openvpos.messaging.http;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a body that could not be read. The field is named; its value is not repeated.
public final class UnreadableJson {

  private UnreadableJson() {}

  public static ProblemException problem(JacksonException unreadable) {
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
