package io.openvpos.messaging.http;

import java.util.List;
import java.util.Locale;
import org.springframework.http.server.reactive.ServerHttpRequest;

/// The two languages of messages. Codes never change with them.
public final class Languages {

  public static final Locale TURKISH = Locale.of("tr");
  private static final List<Locale> SUPPORTED = List.of(Locale.ENGLISH, TURKISH);

  private Languages() {}

  /// By `Accept-Language`; English if it asks for neither or cannot be read.
  public static Locale of(ServerHttpRequest request) {
    String header = request.getHeaders().getFirst("Accept-Language");
    if (header == null) {
      return Locale.ENGLISH;
    }
    try {
      Locale best = Locale.lookup(Locale.LanguageRange.parse(header), SUPPORTED);
      return best == null ? Locale.ENGLISH : best;
    } catch (IllegalArgumentException e) {
      return Locale.ENGLISH;
    }
  }
}
