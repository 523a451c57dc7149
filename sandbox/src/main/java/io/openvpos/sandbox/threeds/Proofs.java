package io.openvpos.sandbox.threeds;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The proof of an authentication (CAVV): an HMAC over what was agreed to, in 20 bytes, so that the
/// simulated issuer refuses one that was made for another card, amount or currency.
public final class Proofs {

  private static final String ALGORITHM = "HmacSHA256";

  /// Nobody's secret: both sides are simulated.
  private static final byte[] KEY =
      "the sandbox issuers' own proof key".getBytes(StandardCharsets.US_ASCII);

  private static final int BYTES = 20;

  private Proofs() {}

  /// The proof of an authentication.
  ///
  /// @param amount minor units
  /// @param currency ISO 4217, three digits
  public static String of(String dsTransId, String pan, long amount, String currency) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(KEY, ALGORITHM));
      String agreed = String.join("|", dsTransId, pan, String.valueOf(amount), currency);
      byte[] whole = mac.doFinal(agreed.getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(Arrays.copyOf(whole, BYTES));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has HMAC-SHA256", e);
    }
  }
}
