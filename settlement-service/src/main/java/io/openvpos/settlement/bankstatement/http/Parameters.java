package io.openvpos.settlement.bankstatement.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.payout.domain.CardNumbers;
import org.jspecify.annotations.Nullable;

/// Parameters and texts that several controllers take.
final class Parameters {

  static final int MOST = 100;
  private static final int MOST_LETTERS = 1_000;

  private Parameters() {}

  static int limit(String text) {
    try {
      int limit = Integer.parseInt(text);
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException malformed) {
      throw invalid("limit", "invalid_type");
    }
    throw invalid("limit", "out_of_range");
  }

  static String required(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      throw invalid(pointer, "required");
    }
    if (text.length() > MOST_LETTERS) {
      throw invalid(pointer, "too_long");
    }
    if (CardNumbers.mayBeIn(text)) {
      throw invalid(pointer, "card_number_not_allowed");
    }
    return text.strip();
  }

  static ProblemException invalid(String pointer, String code) {
    return ProblemException.of(400, "validation_failed").field(pointer, code);
  }
}
