package io.openvpos.merchant.application.reading;

import io.openvpos.merchant.application.Applying.Upload;
import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.merchant.application.domain.PaperKind;
import io.openvpos.merchant.application.domain.PaperType;
import io.openvpos.merchant.request.FieldErrors;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.messaging.http.RequestBytes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/// Reads a file that an applicant sends.
public final class PaperReading {

  private static final int MAX_NAME = 120;

  private PaperReading() {}

  /// The body is the file.
  public static Upload read(
      ServerWebExchange exchange, @Nullable String kind, @Nullable String name) {
    FieldErrors errors = new FieldErrors();
    Optional<PaperKind> known = PaperKind.of(errors.required(kind, "kind"));
    errors.check(kind == null || known.isPresent(), "kind", "invalid");
    errors.throwIfAny();
    byte[] bytes = RequestBytes.file(exchange, Paper.MAX_BYTES);
    return upload(known.orElseThrow(), name, bytes);
  }

  /// What the file is follows from its bytes; its name is only shown, so folders and control
  /// characters are taken out of it.
  public static Upload upload(PaperKind kind, @Nullable String name, byte[] bytes) {
    PaperType type =
        PaperType.sniff(bytes).orElseThrow(() -> ProblemException.of(415, "unsupported_file_type"));
    return new Upload(kind, shown(name, kind, type), type, bytes);
  }

  private static String shown(@Nullable String name, PaperKind kind, PaperType type) {
    String last = name == null ? "" : name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
    String clean = last.replaceAll("[\\p{Cntrl}\"<>]", "").strip();
    if (clean.isEmpty()) {
      return kind.code() + "." + type.extension();
    }
    return clean.length() <= MAX_NAME ? clean : clean.substring(clean.length() - MAX_NAME);
  }
}
