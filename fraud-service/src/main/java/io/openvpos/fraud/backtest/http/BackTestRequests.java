package io.openvpos.fraud.backtest.http;

import io.openvpos.fraud.backtest.BackTest;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.money.Mode;
import org.jspecify.annotations.Nullable;

/// What is asked of a back-test.
final class BackTestRequests {

  private static final int MAX_DAYS = 90;
  private static final int ONE = 10_000;

  private BackTestRequests() {}

  /// @param days back from now, 1 to 90
  /// @param mode live or test; both without it
  record Rules(@Nullable Integer days, @Nullable String mode) {}

  /// @param days back from now, 1 to 90
  /// @param mode live or test; both without it
  /// @param fromBasisPoints the probability from which on the model would decline, 1 to 10000
  record Model(@Nullable Integer days, @Nullable String mode, @Nullable Integer fromBasisPoints) {}

  static BackTest.Span span(@Nullable Integer days, @Nullable String mode) {
    return new BackTest.Span(within(days, MAX_DAYS, "/days"), mode == null ? null : mode(mode));
  }

  static double probability(@Nullable Integer basisPoints) {
    return (double) within(basisPoints, ONE, "/from_basis_points") / ONE;
  }

  private static int within(@Nullable Integer number, int most, String pointer) {
    if (number == null) {
      throw ProblemException.of(400, "validation_failed").field(pointer, "required");
    }
    if (number < 1 || number > most) {
      throw ProblemException.of(400, "validation_failed").field(pointer, "out_of_range");
    }
    return number;
  }

  private static Mode mode(String code) {
    return Mode.find(code)
        .orElseThrow(() -> ProblemException.of(400, "validation_failed").field("/mode", "invalid"));
  }
}
