package io.openvpos.merchant.profile.kafka;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller.MerchantKey;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.TopicReaders;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.MerchantProfile;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/// The valid API keys by hash, as every service sees them: from `merchant.profiles.v1`. A request
/// is let in without asking the store.
@Component
final class KnownApiKeys implements ApiKeys {

  private record Known(MerchantKey key, Optional<Instant> expiresAt) {}

  private final AvroCodec codec;
  private final Clock clock;
  private final Map<String, Known> byHash = new ConcurrentHashMap<>();
  private final Map<String, Long> versions = new ConcurrentHashMap<>();

  KnownApiKeys(AvroCodec codec, TopicReaders readers, Clock clock) {
    this.codec = codec;
    this.clock = clock;
    readers.read("profiles", Topics.PROFILES, this::accept);
  }

  @Override
  public Optional<MerchantKey> find(String presentedKey) {
    return Optional.ofNullable(byHash.get(ApiKeys.hash(presentedKey)))
        .filter(known -> known.expiresAt().filter(end -> !clock.instant().isBefore(end)).isEmpty())
        .map(Known::key);
  }

  private void accept(ConsumerRecord<String, byte[]> found) {
    if (!(codec.decode(found.topic(), found.value()) instanceof MerchantProfile profile)) {
      throw new IllegalStateException("not a profile at offset " + found.offset());
    }
    String merchantId = profile.getMerchantId();
    long version = profile.getEnvelope().getAggregateVersion();
    // A resend may come behind a newer profile; it must not bring a revoked key back.
    if (version < versions.getOrDefault(merchantId, 0L)) {
      return;
    }
    versions.put(merchantId, version);
    byHash.values().removeIf(known -> known.key().merchantId().equals(merchantId));
    if (!profile.getStatus().equals("closed")) {
      profile.getApiKeys().forEach(key -> add(merchantId, key));
    }
  }

  /// A scope of a newer writer opens nothing here.
  private void add(String merchantId, ApiKey key) {
    KeyScope.of(key.getScope())
        .map(scope -> new MerchantKey(merchantId, WireMode.read(key.getMode()), scope))
        .ifPresent(known ->
            byHash.put(key.getHash(), new Known(known, Optional.ofNullable(key.getExpiresAt()))));
  }
}
