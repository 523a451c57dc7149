package io.openvpos.messaging.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A problem document (RFC 9457) with the platform's `code` and, for validation, `errors`.
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<Field> errors) {

  /// One wrong field, with the text in the caller's language.
  public record Field(String pointer, String code, String message) {}
}
