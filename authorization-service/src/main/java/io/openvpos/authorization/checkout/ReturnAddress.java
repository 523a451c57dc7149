package io.openvpos.authorization.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.authorization.checkout.domain.CheckoutSession;
import io.openvpos.authorization.checkout.domain.SessionTerms;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs the payer's way back to the shop with the session's own secret, which only the shop and
/// the session's document have. The shop computes HMAC-SHA256 over
/// `session_id.payment_id.status.signed_at` and compares; `payment_id` is empty where nothing was
/// paid.
///
/// See docs/decisions/0071-signed-returns.md.
public final class ReturnAddress {

  private static final int SECRET_BYTES = 32;
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private ReturnAddress() {}

  static String newSecret(SecureRandom random) {
    byte[] drawn = new byte[SECRET_BYTES];
    random.nextBytes(drawn);
    return "rs_" + BASE64.encodeToString(drawn);
  }

  /// Empty where the shop gave none.
  public static Optional<URI> success(CheckoutSession session, Instant now) {
    String paymentId = Optional.ofNullable(session.paymentId()).orElse("");
    return Optional.ofNullable(session.terms().addresses().success())
        .map(address -> signed(address, session.terms(), paymentId, "paid", now));
  }

  /// Empty where the shop gave none.
  public static Optional<URI> cancel(CheckoutSession session, Instant now) {
    return Optional.ofNullable(session.terms().addresses().cancel())
        .map(address -> signed(address, session.terms(), "", "canceled", now));
  }

  private static URI signed(
      String address, SessionTerms terms, String paymentId, String status, Instant now) {
    long signedAt = now.getEpochSecond();
    String content = String.join(".", terms.id(), paymentId, status, String.valueOf(signedAt));
    String query =
        "session_id="
            + terms.id()
            + "&payment_id="
            + paymentId
            + "&status="
            + status
            + "&signed_at="
            + signedAt
            + "&signature="
            + signature(terms.returnSecret(), content);
    return URI.create(address + (address.contains("?") ? "&" : "?") + query);
  }

  static String signature(String secret, String content) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return BASE64.encodeToString(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HmacSHA256", absent);
    }
  }
}
