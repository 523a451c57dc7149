package io.openvpos.merchant.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Random secrets, of which only the digest is kept, and the links that carry one to its user.
final class SecretLinks {

  private static final int SECRET_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private SecretLinks() {}

  /// Whose link it is, and its secret.
  record Parts(String email, String secret) {
    @Override
    public String toString() {
      return "Parts[" + email + "]";
    }
  }

  static String newSecret() {
    return BASE64.encodeToString(random(SECRET_BYTES));
  }

  static byte[] random(int bytes) {
    byte[] drawn = new byte[bytes];
    RANDOM.nextBytes(drawn);
    return drawn;
  }

  static String token(String email, String secret) {
    return BASE64.encodeToString(email.getBytes(StandardCharsets.UTF_8)) + "." + secret;
  }

  static Optional<Parts> parts(String token) {
    int dot = token.indexOf('.');
    if (dot < 0 || token.length() > 600) {
      return Optional.empty();
    }
    try {
      byte[] email = Base64.getUrlDecoder().decode(token.substring(0, dot));
      return Optional.of(
          new Parts(new String(email, StandardCharsets.UTF_8), token.substring(dot + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  static String hash(String secret) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }

  static boolean matches(@Nullable String hash, String secret) {
    return hash != null
        && MessageDigest.isEqual(
            hash.getBytes(StandardCharsets.UTF_8), hash(secret).getBytes(StandardCharsets.UTF_8));
  }
}
