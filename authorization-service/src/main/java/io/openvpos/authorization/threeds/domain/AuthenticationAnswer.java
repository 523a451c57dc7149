package io.openvpos.authorization.threeds.domain;

import org.jspecify.annotations.Nullable;

/// What the directory server answered to an authentication request.
public sealed interface AuthenticationAnswer {

  /// A sound ARes.
  ///
  /// @param acsUrl where to challenge; only with transStatus C
  record Answered(
      @Nullable String dsTransId,
      @Nullable String acsTransId,
      @Nullable String acsUrl,
      Verdict verdict)
      implements AuthenticationAnswer {}

  /// No sound ARes.
  ///
  /// @param reason our word for it: `no_answer`, `protocol_error`, `refused`
  record Silent(String reason) implements AuthenticationAnswer {}
}
