package io.openvpos.page;

import io.openvpos.messaging.http.ProblemException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/// The part `file` of a form that a browser sent as `multipart/form-data`, with the form's texts.
///
/// @param name of the file on the sender's machine; empty if there is none
/// @param bytes one more than allowed if the file is too large; none if there is none
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the store, never compared.
public record UploadedFile(Map<String, String> fields, String name, byte[] bytes) {

  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  /// What the other parts of a form take, at most.
  private static final long AROUND = 64 * 1024;

  /// Reads the form; 413 for one whose announced length could not hold an allowed file.
  ///
  /// @param most bytes that the file may have
  public static UploadedFile read(ServerWebExchange exchange, int most) {
    long announced = exchange.getRequest().getHeaders().getContentLength();
    if (announced < 0 || announced > most + AROUND) {
      throw ProblemException.of(413, "payload_too_large");
    }
    MultiValueMap<String, Part> parts =
        exchange.getMultipartData().blockOptional(READ_WITHIN).orElseThrow();
    Map<String, String> fields = new LinkedHashMap<>();
    parts
        .toSingleValueMap()
        .forEach((field, part) -> {
          if (part instanceof FormFieldPart text) {
            fields.put(field, text.value());
          }
        });
    return parts.getFirst("file") instanceof FilePart file
        ? new UploadedFile(fields, file.filename(), bytes(file, most))
        : new UploadedFile(fields, "", new byte[0]);
  }

  /// A text of the form; empty if it is not there.
  public String text(String field) {
    return fields.getOrDefault(field, "");
  }

  private static byte[] bytes(FilePart file, int most) {
    try {
      return DataBufferUtils.join(file.content(), most)
          .map(UploadedFile::copied)
          .blockOptional(READ_WITHIN)
          .orElseGet(() -> new byte[0]);
    } catch (DataBufferLimitException tooLarge) {
      return new byte[most + 1];
    }
  }

  private static byte[] copied(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
