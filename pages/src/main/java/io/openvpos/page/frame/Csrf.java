package io.openvpos.page.frame;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// Tokens of forms. A session has one of its own, made at random. Somebody who is not signed in has
/// a random cookie, and the token is its digest: who can set forms but not read the cookie cannot
/// know it.
final class Csrf {

  private static final int ID_BYTES = 32;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Csrf() {}

  static String newVisit() {
    byte[] drawn = new byte[ID_BYTES];
    RANDOM.nextBytes(drawn);
    return BASE64.encodeToString(drawn);
  }

  static boolean isVisit(String cookie) {
    return ID.matcher(cookie).matches();
  }

  static String ofVisit(String visit) {
    return BASE64.encodeToString(sha256("csrf:" + visit));
  }

  /// Takes as long whatever is sent.
  static boolean matches(String expected, String sent) {
    return MessageDigest.isEqual(sha256(expected), sha256(sent));
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every JDK has SHA-256", absent);
    }
  }
}
