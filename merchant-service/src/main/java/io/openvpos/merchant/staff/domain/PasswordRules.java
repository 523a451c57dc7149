package io.openvpos.merchant.staff.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What a password must be: long, and not what everybody tries first. No rules about digits and
/// signs, which make passwords worse (NIST SP 800-63B, 5.1.1.2).
public final class PasswordRules {

  public static final int LEAST_LENGTH = 12;

  /// bcrypt reads no more; longer passwords are refused rather than cut.
  public static final int MOST_BYTES = 72;

  private static final int LEAST_DIFFERENT = 5;
  private static final Set<String> COMMON = common();

  private PasswordRules() {}

  /// The code of what is wrong with the password; empty if nothing is.
  public static Optional<String> fault(String password, String email, String name) {
    if (password.codePointCount(0, password.length()) < LEAST_LENGTH) {
      return Optional.of("password_short");
    }
    if (password.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      return Optional.of("too_long");
    }
    String plain = password.toLowerCase(Locale.ROOT);
    if (isPersonal(plain, email) || isPersonal(plain, name)) {
      return Optional.of("password_personal");
    }
    boolean monotonous = plain.codePoints().distinct().count() < LEAST_DIFFERENT;
    return monotonous || COMMON.contains(plain) ? Optional.of("password_common") : Optional.empty();
  }

  /// Is the person's own name or address, whole or with a few characters added.
  private static boolean isPersonal(String password, String own) {
    String plain = own.toLowerCase(Locale.ROOT).strip();
    String local = plain.contains("@") ? plain.substring(0, plain.indexOf('@')) : plain;
    return plain.equals(password)
        || plain.replace(" ", "").equals(password)
        || (local.length() >= 4
            && password.contains(local)
            && password.length() < local.length() + 6);
  }

  private static Set<String> common() {
    InputStream list = PasswordRules.class.getResourceAsStream("/common-passwords.txt");
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Objects.requireNonNull(list), StandardCharsets.UTF_8))) {
      return lines.lines().map(String::strip).collect(Collectors.toUnmodifiableSet());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
