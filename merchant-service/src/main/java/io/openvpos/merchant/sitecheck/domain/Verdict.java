package io.openvpos.merchant.sitecheck.domain;

import java.util.Collection;
import java.util.Locale;

/// What came out: of one criterion, or of a whole check.
public enum Verdict {
  PASSED,
  NEEDS_PERSON,
  FAILED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The worst of them: one failed criterion fails the check.
  public static Verdict worst(Collection<Verdict> of) {
    return of.stream().max(Enum::compareTo).orElse(NEEDS_PERSON);
  }
}
