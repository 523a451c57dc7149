package io.openvpos.fraud.cases.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where a case stands.
///
/// | status | next |
/// |---|---|
/// | open | approved, declined |
/// | snoozed: of an entity that nobody wants to hear of for a time | approved, declined |
/// | approved, declined | – |
public enum CaseStatus {
  OPEN,
  SNOOZED,
  APPROVED,
  DECLINED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<CaseStatus> of(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }

  boolean isClosed() {
    return this == APPROVED || this == DECLINED;
  }
}
