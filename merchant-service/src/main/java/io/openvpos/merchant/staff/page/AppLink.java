package io.openvpos.merchant.staff.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// What an authenticator app reads: `otpauth://totp/…`, as the apps agreed on it.
final class AppLink {

  private AppLink() {}

  static String of(String email, String secret) {
    String label =
        URLEncoder.encode("Open VPOS:" + email, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/" + label + "?secret=" + secret + "&issuer=Open%20VPOS";
  }
}
