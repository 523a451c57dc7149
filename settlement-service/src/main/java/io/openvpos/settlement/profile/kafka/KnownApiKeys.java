package io.openvpos.settlement.profile.kafka;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.http.ProblemException;
import io.openvpos.settlement.profile.domain.Merchants;
import java.time.Duration;
import java.util.Optional;

/// The merchants' keys. Until all profiles have been read nothing is said of any key: one not found
/// may stand further on, and one found may be revoked there.
record KnownApiKeys(Merchants merchants) implements ApiKeys {

  private static final Duration SHORTLY = Duration.ofSeconds(1);

  @Override
  public Optional<Caller.MerchantKey> find(String presentedKey) {
    if (!merchants.complete()) {
      throw ProblemException.of(503, "service_unavailable").retryAfter(SHORTLY);
    }
    return merchants.find(presentedKey);
  }
}
