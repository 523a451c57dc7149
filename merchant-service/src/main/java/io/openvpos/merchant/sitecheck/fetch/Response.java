package io.openvpos.merchant.sitecheck.fetch;

import io.openvpos.merchant.sitecheck.domain.seen.Tls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What an address answered.
///
/// @param headers by name in lower case
/// @param cut true if the body was longer than what was read
public record Response(
    int status, Map<String, List<String>> headers, byte[] body, boolean cut, @Nullable Tls tls) {

  public String header(String name) {
    return headers.getOrDefault(name, List.of("")).getFirst();
  }

  /// The media type, without its parameters.
  public String mediaType() {
    return mediaType(headers);
  }

  static String mediaType(Map<String, List<String>> headers) {
    String sent = headers.getOrDefault("content-type", List.of("")).getFirst();
    int end = sent.indexOf(';');
    return (end < 0 ? sent : sent.substring(0, end)).strip().toLowerCase(Locale.ROOT);
  }
}
