package io.openvpos.merchant.profile.kafka;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller.MerchantKey;
import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.MerchantProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The valid API keys by hash, as every service sees them: from `merchant.profiles.v1`. A request
/// is let in without asking the store.
final class KnownApiKeys implements ApiKeys {

  private record Known(MerchantKey key, Optional<Instant> expiresAt) {}

  private final AvroCodec codec;
  private final Clock clock;
  private final Map<String, Known> byHash = new ConcurrentHashMap<>();
  private final Map<String, Long> versions = new HashMap<>();
  private final Set<String> buried = ConcurrentHashMap.newKeySet();

  KnownApiKeys(AvroCodec codec, Clock clock) {
    this.codec = codec;
    this.clock = clock;
  }

  /// Merchants of which the last profile told is not the newest one.
  Set<String> buried() {
    return Set.copyOf(buried);
  }

  @Override
  public Optional<MerchantKey> find(String presentedKey) {
    return Optional.ofNullable(byHash.get(ApiKeys.hash(presentedKey)))
        .filter(known -> known.expiresAt().filter(end -> !clock.instant().isBefore(end)).isEmpty())
        .map(Known::key);
  }

  /// Called by one thread. A key that stays is known throughout: what is new is added before what
  /// is gone is taken away.
  void accept(ConsumerRecord<String, byte[]> found) {
    if (!(codec.decode(found.topic(), found.value()) instanceof MerchantProfile profile)) {
      throw new IllegalStateException("not a profile at offset " + found.offset());
    }
    String merchantId = profile.getMerchantId();
    long version = profile.getEnvelope().getAggregateVersion();
    // A resend may come behind a newer profile; it must not bring a revoked key back.
    if (version < versions.getOrDefault(merchantId, 0L)) {
      buried.add(merchantId);
      return;
    }
    buried.remove(merchantId);
    versions.put(merchantId, version);
    Map<String, Known> valid = valid(profile);
    byHash.putAll(valid);
    byHash
        .entrySet()
        .removeIf(known ->
            known.getValue().key().merchantId().equals(merchantId)
                && !valid.containsKey(known.getKey()));
  }

  /// A closed merchant has none, and a scope of a newer writer opens nothing here.
  private static Map<String, Known> valid(MerchantProfile profile) {
    Map<String, Known> valid = new HashMap<>();
    if (!profile.getStatus().equals("closed")) {
      for (ApiKey key : profile.getApiKeys()) {
        known(profile, key).ifPresent(known -> valid.put(key.getHash(), known));
      }
    }
    return valid;
  }

  private static Optional<Known> known(MerchantProfile profile, ApiKey key) {
    return KeyScope.of(key.getScope())
        .flatMap(scope ->
            KeyGuard.read(key.getAllowedAddresses(), key.getSigningKey())
                .map(guard ->
                    new MerchantKey(
                        profile.getMerchantId(), WireMode.read(key.getMode()), scope, guard)))
        .map(known -> new Known(known, Optional.ofNullable(key.getExpiresAt())));
  }
}
