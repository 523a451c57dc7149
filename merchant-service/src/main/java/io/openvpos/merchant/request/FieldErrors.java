package io.openvpos.merchant.request;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what is wrong with a request, so that the caller learns everything at once.
public final class FieldErrors {

  private final List<FieldError> found = new ArrayList<>();

  public void check(boolean right, String pointer, String code) {
    if (!right) {
      found.add(new FieldError(pointer, code, List.of()));
    }
  }

  /// The value, or an empty one after noting that it is missing.
  public String required(@Nullable String value, String pointer) {
    check(value != null && !value.isBlank(), pointer, "required");
    return value == null ? "" : value.strip();
  }

  /// The number, or `absent` if none was sent; one outside the bounds is noted.
  public int within(@Nullable Integer sent, int absent, Range range, String pointer) {
    return Math.toIntExact(
        within(sent == null ? null : Long.valueOf(sent), absent, range, pointer));
  }

  public long within(@Nullable Long sent, long absent, Range range, String pointer) {
    long number = sent == null ? absent : sent;
    check(range.least() <= number && number <= range.most(), pointer, "out_of_range");
    return number;
  }

  /// Both ends are in it.
  public record Range(long least, long most) {}

  public boolean none() {
    return found.isEmpty();
  }

  public void throwIfAny() {
    if (!found.isEmpty()) {
      throw ProblemException.invalid(found);
    }
  }
}
