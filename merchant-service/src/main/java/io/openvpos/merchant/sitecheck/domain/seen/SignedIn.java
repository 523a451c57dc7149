package io.openvpos.merchant.sitecheck.domain.seen;

import java.util.Locale;

/// How signing in went.
public enum SignedIn {
  /// No login was given.
  NOT_TRIED,
  DONE,
  REFUSED,
  /// Neither a challenge nor a form with one password was found.
  NO_FORM,
  /// The connection would have shown the password to whoever listens, so it was not sent.
  UNSAFE;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
