package io.openvpos.authorization.vault;

import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.Optional;

/// Holds nothing.
public final class NoHeldCodes implements HeldCodes {

  @Override
  public void hold(String holdId, SubmittedCard card, Instant until) {
    // A payment without its code is still a payment.
  }

  @Override
  public Optional<SubmittedCard> take(String holdId, String merchantId, Mode mode, String token) {
    return Optional.empty();
  }

  @Override
  public void destroy(String holdId) {
    // Nothing is held.
  }

  @Override
  public int destroyOverdue(Instant now) {
    return 0;
  }
}
