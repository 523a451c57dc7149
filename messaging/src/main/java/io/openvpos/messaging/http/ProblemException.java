package io.openvpos.messaging.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The answer to a request that cannot be served, on its way to becoming a problem document. Used
/// at the HTTP edge only; rejections inside are values.
public final class ProblemException extends RuntimeException {

  /// What is wrong with one field.
  ///
  /// @param pointer JSON pointer into the request's body, or the parameter's name
  public record FieldError(String pointer, String code, List<Object> arguments) {
    public FieldError {
      arguments = List.copyOf(arguments);
    }
  }

  private final int status;
  private final String code;
  private final transient List<FieldError> fields = new ArrayList<>();
  private final transient List<Object> arguments = new ArrayList<>();
  private @Nullable Duration retryAfter;
  private @Nullable String reason;

  private ProblemException(int status, String code) {
    super(code, null, false, false);
    this.status = status;
    this.code = code;
  }

  /// `code` is stable and also the key of the texts: `problem.<code>.title` and `.detail`.
  public static ProblemException of(int status, String code) {
    return new ProblemException(status, code);
  }

  /// 400 for one field or parameter.
  ///
  /// @param pointer of the field, or the parameter's name
  /// @param fault what is wrong with it: the text is that of `field.<fault>`
  public static ProblemException invalid(String pointer, String fault) {
    return of(400, "validation_failed").field(pointer, fault);
  }

  /// 400 `validation_failed` with at least one field error.
  public static ProblemException invalid(List<FieldError> fields) {
    ProblemException problem = new ProblemException(400, "validation_failed");
    problem.fields.addAll(fields);
    return problem;
  }

  public ProblemException field(String pointer, String fieldCode, Object... values) {
    fields.add(new FieldError(pointer, fieldCode, List.of(values)));
    return this;
  }

  /// One of several details of a code: the text is that of `problem.<code>.<why>.detail`.
  public ProblemException because(String why) {
    reason = why;
    return this;
  }

  /// A value for the detail's text.
  public ProblemException arg(Object value) {
    arguments.add(value);
    return this;
  }

  public ProblemException retryAfter(Duration wait) {
    retryAfter = wait;
    return this;
  }

  /// The key of the detail's text.
  public String detailKey() {
    return "problem." + code + (reason == null ? "" : "." + reason) + ".detail";
  }

  public int status() {
    return status;
  }

  public String code() {
    return code;
  }

  public List<FieldError> fields() {
    return List.copyOf(fields);
  }

  public List<Object> arguments() {
    return List.copyOf(arguments);
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
