package io.openvpos.authorization.payment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.openvpos.money.Mode;
import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Identifiers made from what they name: the same request finds the same payment on every instance,
/// so the payment's document is the record of its idempotency key.
public final class Keys {

  private static final String PAYMENT = "pay_";
  private static final String REFUND = "ref_";
  private static final String INCREMENT = "inc_";
  private static final int DIGITS = 26;
  private static final int REFUND_DIGITS = 10;
  private static final int RADIX = 36;
  private static final Pattern REFUND_ID = Pattern.compile("ref_[0-9a-z]{36}");

  private Keys() {}

  /// The id of the payment that this key creates, or created.
  public static String paymentId(
      String merchantId, Mode mode, String method, String path, String key) {
    return PAYMENT + digits(String.join("|", merchantId, mode.code(), method, path, key), DIGITS);
  }

  /// The id of the verification that this key creates, or created.
  public static String verificationId(String merchantId, Mode mode, String path, String key) {
    return "ver_" + digits(String.join("|", merchantId, mode.code(), "POST", path, key), DIGITS);
  }

  /// Names an operation within its payment.
  public static String operation(String method, String path, String key) {
    return digits(String.join("|", method, path, key), DIGITS);
  }

  /// Carries the payment's id, so that a refund is found without an index.
  public static String refundId(String paymentId, String operation) {
    return REFUND
        + paymentId.substring(PAYMENT.length())
        + digits(paymentId + "|" + operation, REFUND_DIGITS);
  }

  public static String incrementId(String paymentId, String operation) {
    return INCREMENT
        + paymentId.substring(PAYMENT.length())
        + digits(paymentId + "|" + operation, REFUND_DIGITS);
  }

  /// The payment of a refund; empty if this is no refund id.
  public static Optional<String> paymentOf(String refundId) {
    return REFUND_ID.matcher(refundId).matches()
        ? Optional.of(PAYMENT + refundId.substring(REFUND.length(), REFUND.length() + DIGITS))
        : Optional.empty();
  }

  /// SHA-256, hexadecimal, of a request in its canonical form.
  public static String requestHash(String canonical) {
    return HexFormat.of().formatHex(sha256(canonical));
  }

  private static String digits(String text, int count) {
    String digits =
        new BigInteger(1, sha256(text))
            .mod(BigInteger.valueOf(RADIX).pow(count))
            .toString(RADIX)
            .toLowerCase(Locale.ROOT);
    return "0".repeat(count - digits.length()) + digits;
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
