package io.openvpos.authorization.payment;

import io.openvpos.authorization.vault.HeldCodes;
import io.openvpos.authorization.vault.SubmittedCard;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Held codes in memory: each is given once.
final class HeldCards implements HeldCodes {

  final Map<String, SubmittedCard> held = new ConcurrentHashMap<>();

  /// What happens elsewhere just before a code is taken.
  Runnable beforeTaking = () -> {};

  @Override
  public void hold(String holdId, SubmittedCard card, Instant until) {
    held.put(holdId, card);
  }

  @Override
  public Optional<SubmittedCard> take(String holdId, String merchantId, Mode mode, String token) {
    beforeTaking.run();
    return Optional.ofNullable(held.remove(holdId));
  }

  @Override
  public void destroy(String holdId) {
    held.remove(holdId);
  }

  @Override
  public int destroyOverdue(Instant now) {
    return 0;
  }
}
