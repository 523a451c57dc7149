package io.openvpos.settlement.written.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.written.WrittenText;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a note, a reason or a name that a person writes; 400 says what is wrong with it.
public final class WrittenField {

  private WrittenField() {}

  /// The text without white space around it.
  ///
  /// @param pointer JSON pointer of the field
  public static String required(@Nullable String sent, String pointer) {
    String text = sent == null ? "" : sent.strip();
    return checked(text, WrittenText.faultOfRequired(text), pointer);
  }

  /// The same; empty if it is left out.
  public static String optional(@Nullable String sent, String pointer) {
    String text = sent == null ? "" : sent.strip();
    return checked(text, WrittenText.fault(text), pointer);
  }

  private static String checked(String text, Optional<String> fault, String pointer) {
    fault.ifPresent(code -> {
      throw ProblemException.invalid(pointer, code);
    });
    return text;
  }
}
