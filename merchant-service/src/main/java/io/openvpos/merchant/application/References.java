package io.openvpos.merchant.application;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Reference numbers and the codes that open them. A code follows from its reference and a secret,
/// so it is stored nowhere and can be told again to whoever repeats a submission.
public final class References {

  /// Without the letters that are misread for digits (Crockford's base 32).
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int BITS = 5;
  private static final int REFERENCE_LETTERS = 10;
  private static final int CODE_LETTERS = 16;

  private final byte[] secret;
  private final SecureRandom random = new SecureRandom();

  /// @param secret at least 32 bytes, the same for ever
  public References(byte[] secret) {
    this.secret = secret.clone();
  }

  /// A new reference number, as `VP-7K3M9-Q2PZA`.
  public String draw() {
    byte[] drawn = new byte[REFERENCE_LETTERS];
    random.nextBytes(drawn);
    return reference(letters(drawn, REFERENCE_LETTERS));
  }

  /// The one reference number of a submission that is sent with a key of its own.
  public String ofSubmission(String idempotencyKey) {
    return reference(letters(hmac("submission|" + idempotencyKey), REFERENCE_LETTERS));
  }

  /// The code that opens the application, as `5TGB-9K2M-XXXX-XXXX`.
  public String code(String reference) {
    String letters = letters(hmac("code|" + reference), CODE_LETTERS);
    return String.join(
        "-",
        letters.substring(0, 4),
        letters.substring(4, 8),
        letters.substring(8, 12),
        letters.substring(12));
  }

  /// Whether the code opens it, however it is spelled.
  public boolean opens(String reference, String code) {
    String spelled = code.strip().toUpperCase(Locale.ROOT).replace("-", "").replace(" ", "");
    return MessageDigest.isEqual(
        spelled.getBytes(StandardCharsets.UTF_8),
        code(reference).replace("-", "").getBytes(StandardCharsets.UTF_8));
  }

  private static String reference(String letters) {
    return "VP-" + letters.substring(0, 5) + "-" + letters.substring(5);
  }

  private static String letters(byte[] bytes, int count) {
    StringBuilder letters = new StringBuilder();
    for (int index = 0; index < count; index++) {
      letters.append(ALPHABET.charAt(bytes[index] & ((1 << BITS) - 1)));
    }
    return letters.toString();
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException absent) {
      throw new IllegalStateException("every Java platform has HmacSHA256", absent);
    }
  }
}
