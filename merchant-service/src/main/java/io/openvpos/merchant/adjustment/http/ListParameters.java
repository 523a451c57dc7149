package io.openvpos.merchant.adjustment.http;

import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the list's query parameters. A wrong one is 400 with its name.
final class ListParameters {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MAX_LIMIT = 100;

  private ListParameters() {}

  static int limit(@Nullable String text) {
    int limit;
    try {
      limit = text == null ? DEFAULT_LIMIT : Integer.parseInt(text);
    } catch (NumberFormatException malformed) {
      throw invalid("limit", "invalid_type");
    }
    if (limit < 1 || limit > MAX_LIMIT) {
      throw invalid("limit", "out_of_range");
    }
    return limit;
  }

  /// The wanted one of those that the caller sees; all of them where none is named.
  static List<Mode> modes(List<Mode> seen, @Nullable String text) {
    if (text == null) {
      return seen;
    }
    try {
      Mode wanted = Mode.of(text);
      return seen.stream().filter(wanted::equals).toList();
    } catch (IllegalArgumentException unknown) {
      throw invalid("mode", "invalid");
    }
  }

  static @Nullable AdjustmentStatus status(@Nullable String text) {
    return text == null
        ? null
        : AdjustmentStatus.of(text).orElseThrow(() -> invalid("status", "invalid"));
  }

  static ProblemException invalid(String parameter, String code) {
    return ProblemException.of(400, "validation_failed").field(parameter, code);
  }
}
