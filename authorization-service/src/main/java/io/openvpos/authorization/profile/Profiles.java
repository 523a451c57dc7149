package io.openvpos.authorization.profile;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Merchants and keys in memory. One thread replaces a merchant's profile at a time; requests read
/// without waiting. A key that the newest profile does not list is gone with it.
public final class Profiles implements Merchants {

  private final Clock clock;
  private final Map<String, Profile> merchants = new ConcurrentHashMap<>();
  private final Map<String, Owned> keys = new ConcurrentHashMap<>();

  public Profiles(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Optional<MerchantTerms> find(String merchantId) {
    return Optional.ofNullable(merchants.get(merchantId)).map(Profile::terms);
  }

  /// The keys of these merchants. Refused are: an unknown, revoked or expired key, a key of a
  /// merchant that is not active, and a key of a mode that the merchant does not have.
  public ApiKeys apiKeys() {
    return presented -> Optional.ofNullable(keys.get(ApiKeys.hash(presented))).flatMap(this::admit);
  }

  /// The newest profile of a merchant takes the place of the one before.
  public synchronized void replace(MerchantTerms terms, List<KeyGrant> grants) {
    Profile before = merchants.put(terms.merchantId(), new Profile(terms, List.copyOf(grants)));
    grants.forEach(grant -> keys.put(grant.hash(), new Owned(terms.merchantId(), grant)));
    // Only now, and only those that are not there any more: a key that stays is never refused.
    if (before != null) {
      before.grants.stream()
          .map(KeyGrant::hash)
          .filter(hash -> grants.stream().noneMatch(grant -> grant.hash().equals(hash)))
          .forEach(keys::remove);
    }
  }

  public synchronized void remove(String merchantId) {
    Profile gone = merchants.remove(merchantId);
    if (gone != null) {
      gone.grants.forEach(grant -> keys.remove(grant.hash()));
    }
  }

  private Optional<Caller.MerchantKey> admit(Owned owned) {
    KeyGrant grant = owned.grant;
    if (!grant.isValidAt(clock.instant())) {
      return Optional.empty();
    }
    return find(owned.merchantId)
        .filter(terms -> terms.isActive() && terms.modes().contains(grant.mode()))
        .map(terms ->
            new Caller.MerchantKey(terms.merchantId(), grant.mode(), grant.scope(), grant.guard()));
  }

  private record Profile(MerchantTerms terms, List<KeyGrant> grants) {}

  private record Owned(String merchantId, KeyGrant grant) {}
}
