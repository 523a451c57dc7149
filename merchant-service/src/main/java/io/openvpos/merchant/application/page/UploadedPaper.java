package io.openvpos.merchant.application.page;

import io.openvpos.merchant.application.domain.Paper;
import io.openvpos.messaging.http.ProblemException;
import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/// A file that a browser sent in a form.
///
/// @param kind as chosen
/// @param name of the file on the applicant's machine
@SuppressWarnings("ArrayRecordComponent") // Bytes on their way to the store, never compared.
record UploadedPaper(String kind, String name, byte[] bytes) {

  private static final Duration READ_WITHIN = Duration.ofSeconds(60);

  /// What the other parts of a form take, at most.
  private static final long AROUND = 64 * 1024;

  /// An absent part is read as an empty one; one that is too large as one byte more than allowed.
  static UploadedPaper read(ServerWebExchange exchange) {
    long announced = exchange.getRequest().getHeaders().getContentLength();
    if (announced < 0 || announced > Paper.MAX_BYTES + AROUND) {
      throw ProblemException.of(413, "payload_too_large");
    }
    MultiValueMap<String, Part> parts =
        exchange.getMultipartData().blockOptional(READ_WITHIN).orElseThrow();
    String kind = parts.getFirst("kind") instanceof FormFieldPart field ? field.value() : "";
    return parts.getFirst("file") instanceof FilePart file
        ? new UploadedPaper(kind, file.filename(), bytes(file))
        : new UploadedPaper(kind, "", new byte[0]);
  }

  private static byte[] bytes(FilePart file) {
    try {
      return DataBufferUtils.join(file.content(), Paper.MAX_BYTES)
          .map(UploadedPaper::copied)
          .blockOptional(READ_WITHIN)
          .orElseGet(() -> new byte[0]);
    } catch (DataBufferLimitException tooLarge) {
      return new byte[Paper.MAX_BYTES + 1];
    }
  }

  private static byte[] copied(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
