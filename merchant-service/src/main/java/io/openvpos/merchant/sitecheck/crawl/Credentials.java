package io.openvpos.merchant.sitecheck.crawl;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A test user's name and password, in clear for as long as a check runs.
public record Credentials(String user, String password) {

  /// The value of an `Authorization` header (RFC 7617).
  String basic() {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }

  @Override
  public String toString() {
    return "Credentials[" + user + "]";
  }
}
