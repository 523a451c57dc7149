package io.openvpos.fraud.lists.domain;

import java.util.Locale;

/// What being on a list means.
public enum ListPurpose {
  /// Rules of the set in force are passed over.
  ALLOW,
  /// Declined.
  BLOCK,
  /// Nothing by itself; rules look it up.
  WATCH;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
