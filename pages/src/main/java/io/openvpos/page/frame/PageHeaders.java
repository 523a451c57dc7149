package io.openvpos.page.frame;

import io.openvpos.page.PageSettings;
import java.net.URI;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;

/// What browsers are told about every page: nothing from elsewhere, nothing inline, no frame around
/// it, nothing kept.
final class PageHeaders {

  private PageHeaders() {}

  /// @param settings a form may end at a page of the other services, as signing out does
  static void ofPage(HttpHeaders headers, PageSettings settings) {
    String others =
        settings.elsewhere().values().stream()
            .map(URI::toString)
            .distinct()
            .sorted()
            .map(address -> " " + address)
            .collect(Collectors.joining());
    headers.set(
        "Content-Security-Policy",
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " connect-src 'self'; form-action 'self'"
            + others
            + "; frame-ancestors 'none'; base-uri 'none'");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.setCacheControl("no-store");
    ofFile(headers);
  }

  static void ofFile(HttpHeaders headers) {
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
  }
}
