package io.openvpos.merchant.profile.http;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what is wrong with a request, so that the caller learns everything at once.
final class FieldErrors {

  private final List<FieldError> found = new ArrayList<>();

  void check(boolean right, String pointer, String code) {
    if (!right) {
      found.add(new FieldError(pointer, code, List.of()));
    }
  }

  /// The value, or an empty one after noting that it is missing.
  String required(@Nullable String value, String pointer) {
    check(value != null && !value.isBlank(), pointer, "required");
    return value == null ? "" : value.strip();
  }

  /// The number, or `absent` if none was sent; one outside the bounds is noted.
  int within(@Nullable Integer sent, int absent, Range range, String pointer) {
    return Math.toIntExact(
        within(sent == null ? null : Long.valueOf(sent), absent, range, pointer));
  }

  long within(@Nullable Long sent, long absent, Range range, String pointer) {
    long number = sent == null ? absent : sent;
    check(range.least() <= number && number <= range.most(), pointer, "out_of_range");
    return number;
  }

  /// Both ends are in it.
  record Range(long least, long most) {}

  boolean none() {
    return found.isEmpty();
  }

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
