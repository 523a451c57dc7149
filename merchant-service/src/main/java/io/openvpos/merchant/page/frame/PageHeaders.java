package io.openvpos.merchant.page.frame;

import org.springframework.http.HttpHeaders;

/// What browsers are told about every page: nothing from elsewhere, nothing inline, no frame around
/// it, nothing kept.
final class PageHeaders {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

  private PageHeaders() {}

  static void ofPage(HttpHeaders headers) {
    headers.set("Content-Security-Policy", POLICY);
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
