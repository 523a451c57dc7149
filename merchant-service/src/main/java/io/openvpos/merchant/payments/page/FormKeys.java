package io.openvpos.merchant.payments.page;

import io.openvpos.messaging.http.ProblemException;
import io.openvpos.page.PageForm;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// Idempotency keys that go with a form: sending it twice, by a double click or after no answer,
/// does it once.
final class FormKeys {

  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Pattern KEY = Pattern.compile("portal-[0-9a-f]{32}");

  private FormKeys() {}

  static String draw() {
    byte[] drawn = new byte[16];
    RANDOM.nextBytes(drawn);
    return "portal-" + HexFormat.of().formatHex(drawn);
  }

  /// The key that came with a form; 400 `malformed_form` without one of ours.
  static String required(PageForm form) {
    String key = form.text("key");
    if (!KEY.matcher(key).matches()) {
      throw ProblemException.of(400, "malformed_form");
    }
    return key;
  }
}
