package io.openvpos.merchant.application.domain;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Where an application stands. The code is the name in lower case.
///
/// | status | next |
/// |---|---|
/// | SUBMITTED | DOCUMENTS_REQUESTED, RECOMMENDED, REJECTED, WITHDRAWN |
/// | DOCUMENTS_REQUESTED | SUBMITTED, REJECTED, WITHDRAWN |
/// | RECOMMENDED | APPROVED, SUBMITTED (sent back), REJECTED, WITHDRAWN |
/// | APPROVED | ACCEPTED, WITHDRAWN |
/// | ACCEPTED, REJECTED, WITHDRAWN | – |
public enum ApplicationStatus {
  SUBMITTED,
  DOCUMENTS_REQUESTED,
  /// One member of staff is for it, under the terms of the proposal.
  RECOMMENDED,
  /// Another one is too; the agreement lies ready.
  APPROVED,
  /// The applicant agreed; there is a merchant.
  ACCEPTED,
  REJECTED,
  WITHDRAWN;

  public boolean open() {
    return switch (this) {
      case SUBMITTED, DOCUMENTS_REQUESTED, RECOMMENDED, APPROVED -> true;
      case ACCEPTED, REJECTED, WITHDRAWN -> false;
    };
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ApplicationStatus> of(String code) {
    return Stream.of(values()).filter(status -> status.code().equals(code)).findFirst();
  }
}
