package io.openvpos.merchant.staff.domain;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change every 30 seconds (RFC 6238, six digits, HMAC-SHA-1: what every authenticator
/// app knows).
public final class Totp {

  private static final long STEP_SECONDS = 30;

  /// Clocks of phones are not exact: the step before and the step after are taken too.
  private static final int WINDOW = 1;

  private final HmacOneTimePasswordGenerator generator = new HmacOneTimePasswordGenerator(6);

  /// The time step of a right code; empty for a wrong one, and for one not newer than `lastStep`.
  public OptionalLong accepted(String secret, String code, Instant now, long lastStep) {
    long current = now.getEpochSecond() / STEP_SECONDS;
    OptionalLong found = OptionalLong.empty();
    for (long step = current - WINDOW; step <= current + WINDOW; step++) {
      if (step > lastStep && same(at(secret, step), code)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// The code of a time step.
  public String at(String secret, long step) {
    try {
      byte[] key = Base32.decode(secret);
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(key, generator.getAlgorithm()), step, Locale.ROOT);
    } catch (InvalidKeyException unusable) {
      throw new IllegalStateException("a stored secret is unusable", unusable);
    }
  }

  public static long stepOf(Instant now) {
    return now.getEpochSecond() / STEP_SECONDS;
  }

  private static boolean same(String expected, String code) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
  }
}
