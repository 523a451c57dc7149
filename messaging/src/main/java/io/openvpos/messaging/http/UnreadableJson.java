package io.openvpos.messaging.http;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// What is wrong with a body that could not be read. The field is named; its value is not repeated.
public final class UnreadableJson {

  /// A field's name is the caller's own text: it may be a card number put in the wrong place.
  private static final Pattern PRINTABLE_NAME = Pattern.compile("[A-Za-z_]{1,40}[0-9]{0,3}");

  private UnreadableJson() {}

  public static ProblemException problem(JacksonException unreadable) {
    if (!(unreadable instanceof DatabindException) || unreadable.getPath().isEmpty()) {
      return ProblemException.of(400, "malformed_json");
    }
    String code =
        unreadable instanceof UnrecognizedPropertyException ? "unknown_field" : "invalid_type";
    return ProblemException.of(400, "validation_failed").field(pointer(unreadable), code);
  }

  /// Where in the body (RFC 6901), down to the last name that may be repeated.
  private static String pointer(JacksonException unreadable) {
    StringBuilder pointer = new StringBuilder();
    for (JacksonException.Reference step : unreadable.getPath()) {
      String name = step.getPropertyName();
      if (name != null && !PRINTABLE_NAME.matcher(name).matches()) {
        break;
      }
      pointer.append('/').append(name == null ? String.valueOf(step.getIndex()) : name);
    }
    return pointer.toString();
  }
}
