package io.openvpos.settlement.chargeback.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.written.WrittenText;
import org.jspecify.annotations.Nullable;

/// What a person writes beside an answer.
final class Notes {

  private Notes() {}

  static String checked(@Nullable String note, String pointer) {
    if (note == null) {
      return "";
    }
    WrittenText.fault(note)
        .ifPresent(code -> {
          throw ProblemException.of(400, "validation_failed").field(pointer, code);
        });
    return note.strip();
  }
}
