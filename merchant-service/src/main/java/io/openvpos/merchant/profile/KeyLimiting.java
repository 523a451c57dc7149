package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.Merchant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Changes what a key in use is limited to: its end, its networks, its public key. Mode and scope
/// are written in the key itself and stay. Every edge learns of it within seconds. See
/// docs/decisions/0088-limits-of-a-key-in-use.md.
@Component
public final class KeyLimiting {

  private final Merchants merchants;
  private final Clock clock;

  public KeyLimiting(Merchants merchants, Clock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// What became of a change.
  public sealed interface Outcome {
    /// The key as it is now, also if it was so already.
    record Done(ApiKey key) implements Outcome {}

    /// Revoked, or past its end: nothing brings it back.
    record Ended() implements Outcome {}
  }

  /// Empty if there is no such merchant or key. The change is made of the limits that the key has
  /// when they are stored, so of two changes at once both hold.
  public Optional<Outcome> change(
      String merchantId, String keyId, UnaryOperator<KeyLimits> change, Actor by) {
    while (true) {
      Optional<Merchant> merchant = merchants.find(merchantId);
      Optional<ApiKey> found = merchant.flatMap(of -> of.key(keyId));
      if (merchant.isEmpty() || found.isEmpty()) {
        return Optional.empty();
      }
      ApiKey key = found.get();
      Instant now = clock.instant();
      if (!key.active() || key.endedAt(now)) {
        return Optional.of(new Outcome.Ended());
      }
      KeyLimits wanted = change.apply(key.limits());
      if (wanted.equals(key.limits())) {
        return Optional.of(new Outcome.Done(key));
      }
      Merchant next = merchant.get().withLimits(keyId, wanted);
      if (merchants.save(next, new Action("merchant.key_limits_changed", by, now))) {
        return next.key(keyId).map(Outcome.Done::new);
      }
    }
  }
}
