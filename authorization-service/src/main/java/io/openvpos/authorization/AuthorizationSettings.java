package io.openvpos.authorization;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What the payment lifecycle may be told. How long an issuer is waited for is
/// `vpos.issuer.answer-timeout`.
///
/// @param recoveryGrace how long after its deadline an open attempt is left to the request that
///   wrote it before recovery gives it up
/// @param unresolvedAfter how often a reversal is forwarded without an acknowledgement before a
///   person is asked to resolve it; it is forwarded on meanwhile
@ConfigurationProperties("vpos.authorization")
public record AuthorizationSettings(
    @DefaultValue("5s") Duration recoveryGrace, @DefaultValue("10") int unresolvedAfter) {

  public AuthorizationSettings {
    if (!recoveryGrace.isPositive()) {
      throw new IllegalArgumentException("vpos.authorization.recovery-grace is not positive");
    }
    if (unresolvedAfter < 1) {
      throw new IllegalArgumentException("vpos.authorization.unresolved-after is not positive");
    }
  }
}
