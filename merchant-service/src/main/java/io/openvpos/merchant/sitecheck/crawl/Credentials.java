package io.openvpos.merchant.sitecheck.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A test user's name and password, in clear for as long as a check runs.
public record Credentials(String user, String password) {

  /// Shorter ones would blacken half of a page and hide nothing.
  private static final int SHORTEST_SEEN = 4;

  /// The value of an `Authorization` header (RFC 7617).
  String basic() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  /// The page without the password, should the site have written it into one.
  byte[] blackened(byte[] page) {
    if (password.length() < SHORTEST_SEEN) {
      return page;
    }
    // Byte by byte one letter, so the page stays what it was in any encoding.
    String text = new String(page, StandardCharsets.ISO_8859_1);
    String sent =
        new String(password.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    return text.contains(sent)
        ? text.replace(sent, "*".repeat(sent.length())).getBytes(StandardCharsets.ISO_8859_1)
        : page;
  }

  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
