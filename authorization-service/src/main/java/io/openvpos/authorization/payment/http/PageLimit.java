package io.openvpos.authorization.payment.http;

import io.openvpos.messaging.http.ProblemException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// How many a page holds: 1 to 100, and 20 if nobody says.
final class PageLimit {

  private static final int USUAL = 20;
  private static final int MOST = 100;
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,3}");

  private PageLimit() {}

  static int of(@Nullable String limit) {
    if (limit == null) {
      return USUAL;
    }
    if (!NUMBER.matcher(limit).matches()) {
      throw invalid("limit", "invalid_type");
    }
    int number = Integer.parseInt(limit);
    if (number < 1 || number > MOST) {
      throw invalid("limit", "out_of_range");
    }
    return number;
  }

  /// A parameter that is not what it may be.
  static ProblemException invalid(String parameter, String code) {
    return ProblemException.of(400, "validation_failed").field(parameter, code);
  }
}
