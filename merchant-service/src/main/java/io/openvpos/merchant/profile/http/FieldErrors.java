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

  void throwIfAny() {
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
