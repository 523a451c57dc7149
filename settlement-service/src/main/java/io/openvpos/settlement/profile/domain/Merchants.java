package io.openvpos.settlement.profile.domain;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// All merchants, as their newest profiles say. Safe for any number of readers beside the one
/// thread that feeds it.
public final class Merchants implements Beneficiaries, HeldPayouts {

  private record Owned(Merchant merchant, Merchant.Key key) {}

  private final Map<String, Merchant> byId = new ConcurrentHashMap<>();
  private final Map<String, Owned> byKeyHash = new ConcurrentHashMap<>();
  private final Clock clock;
  private volatile BooleanSupplier complete = () -> true;

  public Merchants(Clock clock) {
    this.clock = clock;
  }

  /// Until `view` says so, profiles are missing or older than others that are yet to be read.
  public void completeOnce(BooleanSupplier view) {
    complete = view;
  }

  /// True once every profile that was there at the start has been read.
  @Override
  public boolean complete() {
    return complete.getAsBoolean();
  }

  /// A key that the profile no longer names stops at once.
  public void put(Merchant merchant) {
    @Nullable Merchant before = byId.put(merchant.id(), merchant);
    merchant.keys().forEach(key -> byKeyHash.put(key.hash(), new Owned(merchant, key)));
    if (before != null) {
      before.keys().stream()
          .map(Merchant.Key::hash)
          .filter(hash -> merchant.keys().stream().noneMatch(key -> key.hash().equals(hash)))
          .forEach(byKeyHash::remove);
    }
  }

  /// The merchant of a presented key, if it is valid now.
  public Optional<Caller.MerchantKey> find(String presentedKey) {
    return Optional.ofNullable(byKeyHash.get(ApiKeys.hash(presentedKey)))
        .filter(owned -> owned.key().validAt(clock.instant()))
        .map(owned ->
            new Caller.MerchantKey(
                owned.merchant().id(),
                owned.key().mode(),
                owned.key().secret() ? KeyScope.SECRET : KeyScope.PUBLISHABLE,
                owned.key().guard()));
  }

  @Override
  public Map<String, String> merchants() {
    Map<String, String> held = new TreeMap<>();
    byId.forEach((id, merchant) -> {
      String reason = merchant.payoutHold();
      if (reason != null) {
        held.put(id, reason);
      }
    });
    return held;
  }

  @Override
  public Set<String> closed() {
    return byId.values().stream()
        .filter(Merchant::closed)
        .map(Merchant::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Beneficiary of(String merchantId) {
    Merchant merchant = complete() ? byId.get(merchantId) : null;
    if (merchant == null) {
      throw new IllegalStateException("no profile of merchant " + merchantId + " has arrived");
    }
    return new Beneficiary(merchant.iban(), merchant.name());
  }
}
