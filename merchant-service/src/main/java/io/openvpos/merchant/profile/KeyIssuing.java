package io.openvpos.merchant.profile;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.KeyLimits;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/// Issues and revokes API keys. A key is shown once; only its hash is kept and told.
@Component
public final class KeyIssuing {

  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 10;
  private static final int SHOWN = 4;

  private final Merchants merchants;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  public KeyIssuing(Merchants merchants, Clock clock) {
    this.merchants = merchants;
    this.clock = clock;
  }

  /// A key just issued.
  ///
  /// @param key in clear, for this one answer
  public record Issued(ApiKey kept, String key) {
    @Override
    public String toString() {
      return "Issued[" + kept.hint() + "]";
    }
  }

  /// What a key is to be.
  public record Wanted(Mode mode, KeyScope scope, KeyLimits limits) {}

  /// One without limits; empty if there is no such merchant.
  public Optional<Issued> issue(String merchantId, Mode mode, KeyScope scope, Actor by) {
    return issue(merchantId, new Wanted(mode, scope, KeyLimits.NONE), by);
  }

  /// Empty if there is no such merchant.
  public Optional<Issued> issue(String merchantId, Wanted wanted, Actor by) {
    String kind = wanted.scope() == KeyScope.SECRET ? "sk_" : "pk_";
    String prefix = kind + wanted.mode().code() + "_";
    String key = prefix + hex(KEY_BYTES);
    ApiKey kept =
        new ApiKey(
            "key_" + hex(ID_BYTES),
            ApiKeys.hash(key),
            prefix + "…" + key.substring(key.length() - SHOWN),
            wanted.mode(),
            wanted.scope(),
            clock.instant(),
            null,
            wanted.limits());
    return change(merchantId, "merchant.key_issued", by, merchant -> merchant.withKey(kept))
        .map(_ -> new Issued(kept, key));
  }

  /// Empty if there is no such merchant or key. Every edge learns of it within seconds.
  public Optional<ApiKey> revoke(String merchantId, String keyId, Actor by) {
    return change(
            merchantId,
            "merchant.key_revoked",
            by,
            merchant -> merchant.withoutKey(keyId, clock.instant()))
        .flatMap(merchant -> merchant.key(keyId));
  }

  /// Tells every service the profile as it is, as a newer version.
  public void tellAgain(String merchantId) {
    var _ = change(merchantId, "merchant.told_again", Actor.PLATFORM, Merchant::again);
  }

  private Optional<Merchant> change(
      String merchantId, String action, Actor by, UnaryOperator<Merchant> change) {
    while (true) {
      Optional<Merchant> changed = merchants.find(merchantId).map(change);
      if (changed.isEmpty()
          || merchants.save(changed.get(), new Action(action, by, clock.instant()))) {
        return changed;
      }
    }
  }

  private String hex(int bytes) {
    byte[] drawn = new byte[bytes];
    random.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
