package io.openvpos.settlement.written;

import io.openvpos.card.CardNumbers;
import java.util.Optional;

/// The checks of a note, a reason or a name that a person writes.
public final class WrittenText {

  private static final int MOST_CHARACTERS = 1000;

  private WrittenText() {}

  /// What is wrong with a text that may be left out, as the code of a field error.
  public static Optional<String> fault(String text) {
    if (text.length() > MOST_CHARACTERS) {
      return Optional.of("too_long");
    }
    return CardNumbers.mayBeIn(text) ? Optional.of("card_number_not_allowed") : Optional.empty();
  }

  /// The same of one that may not.
  public static Optional<String> faultOfRequired(String text) {
    return text.isBlank() ? Optional.of("required") : fault(text);
  }
}
