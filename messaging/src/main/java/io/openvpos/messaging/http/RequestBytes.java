package io.openvpos.messaging.http;

import java.time.Duration;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/// The bytes of a request's JSON or form, bounded in size and in time: 400 of a body cut short,
/// 408, 413 and 415 are decided here, and whether it can be read at all is asked later. Read when
/// the checks that come before have passed; blocks its (virtual) thread.
public final class RequestBytes {

  private static final int MOST = 64 * 1024;

  /// A body that never ends would hold its thread for ever; one this large comes in far less.
  private static final Duration READ_WITHIN = Duration.ofSeconds(10);

  /// Some mebibytes over a telephone line.
  private static final Duration FILE_WITHIN = Duration.ofSeconds(60);

  private RequestBytes() {}

  public static byte[] of(ServerWebExchange exchange) {
    return of(exchange, READ_WITHIN);
  }

  /// Of any type, as large as JSON may be; 400 of a body cut short, 408 and 413.
  public static byte[] ofAnything(ServerWebExchange exchange) {
    return whole(exchange, MOST, READ_WITHIN, "incomplete_body");
  }

  /// A file of any type, of at most `most` bytes; 400 of one cut short, 408 and 413.
  public static byte[] file(ServerWebExchange exchange, int most) {
    return whole(exchange, most, FILE_WITHIN, "incomplete_body");
  }

  public static byte[] of(ServerWebExchange exchange, Duration within) {
    return of(exchange, within, MediaType.APPLICATION_JSON, "malformed_json");
  }

  /// The bytes of a form as a browser sends it, url-encoded.
  public static byte[] ofForm(ServerWebExchange exchange) {
    return of(exchange, READ_WITHIN, MediaType.APPLICATION_FORM_URLENCODED, "malformed_form");
  }

  private static byte[] of(
      ServerWebExchange exchange, Duration within, MediaType type, String malformed) {
    ServerHttpRequest request = exchange.getRequest();
    byte[] bytes = whole(exchange, MOST, within, malformed);
    if (bytes.length > 0 && !isOf(type, request)) {
      throw ProblemException.of(415, "unsupported_media_type");
    }
    return bytes;
  }

  private static byte[] whole(
      ServerWebExchange exchange, int most, Duration within, String cutShort) {
    ServerHttpRequest request = exchange.getRequest();
    if (request.getHeaders().getContentLength() > most) {
      throw ProblemException.of(413, "payload_too_large");
    }
    byte[] bytes = read(exchange, most, within);
    if (isCutShort(request, bytes.length)) {
      throw ProblemException.of(400, cutShort);
    }
    return bytes;
  }

  /// Of a client that went away before its body was read, the server hands over an end and no
  /// error: an empty body. Taken as one that was left out on purpose, it would capture or refund
  /// everything where a part was asked for.
  private static boolean isCutShort(ServerHttpRequest request, int read) {
    long announced = request.getHeaders().getContentLength();
    return announced >= 0
        ? read != announced
        : read == 0 && request.getHeaders().containsHeader(HttpHeaders.TRANSFER_ENCODING);
  }

  /// A media type that cannot be read is one that we do not take.
  private static boolean isOf(MediaType type, ServerHttpRequest request) {
    try {
      return type.includes(request.getHeaders().getContentType());
    } catch (InvalidMediaTypeException e) {
      return false;
    }
  }

  private static byte[] read(ServerWebExchange exchange, int most, Duration within) {
    try {
      return DataBufferUtils.join(exchange.getRequest().getBody(), most)
          .map(RequestBytes::copied)
          .timeout(within, Mono.error(() -> tooSlow(exchange)))
          .blockOptional()
          .orElseGet(() -> new byte[0]);
    } catch (DataBufferLimitException e) {
      throw ProblemException.of(413, "payload_too_large");
    }
  }

  /// Nobody reads the rest of the body, so no other request can follow it (RFC 9110, 15.5.9).
  private static ProblemException tooSlow(ServerWebExchange exchange) {
    exchange.getResponse().getHeaders().setConnection("close");
    return ProblemException.of(408, "request_timeout");
  }

  private static byte[] copied(DataBuffer buffer) {
    byte[] bytes = new byte[buffer.readableByteCount()];
    buffer.read(bytes);
    DataBufferUtils.release(buffer);
    return bytes;
  }
}
