package io.openvpos.settlement.reconciliation.http;

import io.openvpos.messaging.http.ProblemException;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Checks what a person writes about an exception.
final class Texts {

  private static final int MAX_CHARACTERS = 1000;
  private static final String ADJUSTED = "adjusted";
  private static final Set<String> KINDS = Set.of("explained", "network_corrects", ADJUSTED);
  private static final Pattern ADJUSTMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// Thirteen to nineteen digits, with at most one mark between two of them: it may be a card.
  private static final Pattern CARD = Pattern.compile("[0-9](?:[ .-]?[0-9]){12,18}");

  private Texts() {}

  /// A resolution whose every field is right.
  record Checked(String kind, String note, String adjustmentId) {}

  static Checked resolution(DiscrepancyRequests.Resolve sent) {
    String kind = required(sent.kind(), "/kind");
    if (!KINDS.contains(kind)) {
      throw invalid("/kind", "invalid");
    }
    String note = required(sent.note(), "/note");
    String adjustment = sent.adjustmentId();
    if (kind.equals(ADJUSTED) && adjustment == null) {
      throw invalid("/adjustment_id", "required");
    }
    if (adjustment != null
        && (!kind.equals(ADJUSTED) || !ADJUSTMENT.matcher(adjustment).matches())) {
      throw invalid("/adjustment_id", "invalid");
    }
    return new Checked(kind, note, adjustment == null ? "" : adjustment);
  }

  static String required(@Nullable String text, String pointer) {
    if (text == null || text.isBlank()) {
      throw invalid(pointer, "required");
    }
    if (text.length() > MAX_CHARACTERS) {
      throw invalid(pointer, "too_long");
    }
    if (CARD.matcher(text).find()) {
      throw invalid(pointer, "card_number_not_allowed");
    }
    return text.strip();
  }

  private static ProblemException invalid(String pointer, String code) {
    return ProblemException.of(400, "validation_failed").field(pointer, code);
  }
}
