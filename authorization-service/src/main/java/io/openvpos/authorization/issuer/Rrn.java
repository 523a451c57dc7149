package io.openvpos.authorization.issuer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Retrieval reference numbers (DE 37): 12 characters `0-9A-Z` made from what they name, so that no
/// counter and no lease is needed and every instance makes the same one.
public final class Rrn {

  public static final int LENGTH = 12;

  private static final int RADIX = 36;
  private static final BigInteger RANGE = BigInteger.valueOf(RADIX).pow(LENGTH);

  /// Not a secret: it only keeps these HMACs apart from any other use of the same input.
  private static final byte[] KEY = "io.openvpos/rrn/v1".getBytes(UTF_8);

  private Rrn() {}

  /// The number of one attempt of one operation.
  ///
  /// @param operation what the payment does: `authorization`, or the id of a refund
  /// @param attempt counts the tries of one operation, from 1
  public static String of(String paymentId, String operation, int attempt) {
    byte[] mac = hmac(paymentId + "|" + operation + "|" + attempt);
    // 256 bits onto 62: the bias of the remainder is far below one in 2^190.
    String text = new BigInteger(1, mac).mod(RANGE).toString(RADIX).toUpperCase(Locale.ROOT);
    return "0".repeat(LENGTH - text.length()) + text;
  }

  private static byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
