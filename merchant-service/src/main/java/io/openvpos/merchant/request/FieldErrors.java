package io.openvpos.merchant.request;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.ProblemException.FieldError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Gathers what is wrong with a request, so that the caller learns everything at once.
public final class FieldErrors {

  private final String root;
  private final List<FieldError> found = new ArrayList<>();

  public FieldErrors() {
    this("");
  }

  private FieldErrors(String root) {
    this.root = root;
  }

  /// For a part of a request: pointers begin where the part stands.
  public static FieldErrors below(String root) {
    return new FieldErrors(root);
  }

  public void check(boolean right, String pointer, String code) {
    if (!right) {
      note(pointer, code);
    }
  }

  /// What is wrong, with the arguments of its text.
  public void note(String pointer, String code, Object... arguments) {
    found.add(new FieldError(root + pointer, code, List.of(arguments)));
  }

  /// What was found wrong with a part.
  public void addAll(List<FieldError> more) {
    found.addAll(more);
  }

  public List<FieldError> all() {
    return List.copyOf(found);
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
