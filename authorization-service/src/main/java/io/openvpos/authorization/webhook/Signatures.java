package io.openvpos.authorization.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Signs as Standard Webhooks 1.0.0 says: HMAC-SHA256 over `id.timestamp.body`, in Base64 after
/// `v1,`, one signature for each secret in force, with a space between.
public final class Signatures {

  /// What a symmetric secret begins with where people see it.
  public static final String PREFIX = "whsec_";

  /// The standard asks for 24 to 64 random bytes.
  private static final int SECRET_BYTES = 32;

  private static final String ALGORITHM = "HmacSHA256";

  private Signatures() {}

  /// A new secret in the form in which it is shown.
  public static String newSecret(SecureRandom random) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return PREFIX + Base64.getEncoder().encodeToString(bytes);
  }

  /// The three headers of one try.
  ///
  /// @param at when this try is made
  public static Map<String, String> headers(
      String eventId, Instant at, byte[] body, List<String> secrets) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", eventId);
    headers.put("webhook-timestamp", String.valueOf(at.getEpochSecond()));
    headers.put(
        "webhook-signature",
        secrets.stream()
            .map(secret -> signature(secret, eventId, at, body))
            .collect(Collectors.joining(" ")));
    return headers;
  }

  private static String signature(String secret, String eventId, Instant at, byte[] body) {
    byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      mac.update((eventId + "." + at.getEpochSecond() + ".").getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
