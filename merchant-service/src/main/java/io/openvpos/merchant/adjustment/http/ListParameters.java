package io.openvpos.merchant.adjustment.http;

import io.openvpos.merchant.adjustment.domain.AdjustmentStatus;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the list's query parameters. A wrong one is 400 with its name.
final class ListParameters {

  private ListParameters() {}

  /// The wanted one of those that the caller sees; all of them where none is named.
  static List<Mode> modes(List<Mode> seen, @Nullable String text) {
    if (text == null) {
      return seen;
    }
    try {
      Mode wanted = Mode.of(text);
      return seen.stream().filter(wanted::equals).toList();
    } catch (IllegalArgumentException unknown) {
      throw ProblemException.invalid("mode", "invalid");
    }
  }

  static @Nullable AdjustmentStatus status(@Nullable String text) {
    return text == null
        ? null
        : AdjustmentStatus.of(text)
            .orElseThrow(() -> ProblemException.invalid("status", "invalid"));
  }
}
