package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.KeyIssuing.Issued;
import io.openvpos.merchant.profile.domain.ApiKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Replaces a key without a moment in which a shop has none: the new one works at once, the old one
/// until a time chosen. It has the old one's limits. The old one is then revoked by whichever
/// instance looks first, within a minute.
@Component
public final class KeyRolling {

  public static final Duration MOST = Duration.ofDays(7);

  private static final int LOOK_MILLIS = 60_000;

  private final Merchants merchants;
  private final KeyIssuing keys;
  private final KeyExpiries expiries;
  private final Clock clock;

  public KeyRolling(Merchants merchants, KeyIssuing keys, KeyExpiries expiries, Clock clock) {
    this.merchants = merchants;
    this.keys = keys;
    this.expiries = expiries;
    this.clock = clock;
  }

  /// Empty if there is no such key, or it is revoked already. The new key comes first: a crash
  /// between leaves two keys, never none.
  public Optional<Issued> roll(String merchantId, String keyId, Duration overlap, Actor by) {
    if (overlap.isNegative() || overlap.compareTo(MOST) > 0) {
      throw new IllegalArgumentException("an overlap of " + overlap);
    }
    Optional<ApiKey> old =
        merchants.find(merchantId).flatMap(merchant -> merchant.key(keyId)).filter(ApiKey::active);
    Optional<Issued> issued =
        old.map(key ->
                new KeyIssuing.Wanted(
                    key.mode(),
                    key.scope(),
                    key.limits().renewed(key.createdAt(), clock.instant())))
            .flatMap(wanted -> keys.issue(merchantId, wanted, by));
    issued.ifPresent(_ -> expiries.set(merchantId, keyId, clock.instant().plus(overlap)));
    return issued;
  }

  @Scheduled(fixedDelay = LOOK_MILLIS)
  public void revokeDue() {
    expiries
        .due(clock.instant())
        .forEach(due -> {
          var _ = keys.revoke(due.merchantId(), due.keyId(), Actor.PLATFORM);
          expiries.done(due.keyId());
        });
  }
}
