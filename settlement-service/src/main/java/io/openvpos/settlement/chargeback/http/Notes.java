package io.openvpos.settlement.chargeback.http;

import io.openvpos.messaging.http.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a person writes beside an answer.
final class Notes {

  private static final int MAX_CHARACTERS = 1000;

  /// Thirteen to nineteen digits, with at most one mark between two of them: it may be a card.
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ .-]?[0-9]){12,18}");

  private Notes() {}

  static String checked(@Nullable String note, String pointer) {
    if (note == null) {
      return "";
    }
    if (note.length() > MAX_CHARACTERS) {
      throw ProblemException.of(400, "validation_failed").field(pointer, "too_long");
    }
    if (CARD.matcher(note).find()) {
      throw ProblemException.of(400, "validation_failed").field(pointer, "card_number_not_allowed");
    }
    return note.strip();
  }
}
