package io.openvpos.settlement.profile.kafka;

import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.settlement.profile.domain.Merchant;
import io.openvpos.settlement.profile.domain.Merchants;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// Reads all of merchant.profiles.v1; the highest version of a merchant is the truth. A resend may
/// come behind a newer profile: it must bring back neither a revoked key nor an old bank account.
public final class ProfileView {

  private final AvroCodec codec;
  private final Merchants merchants;
  private final Map<String, Long> versions = new HashMap<>();

  public ProfileView(AvroCodec codec, Merchants merchants) {
    this.codec = codec;
    this.merchants = merchants;
  }

  /// Called by one thread.
  public void accept(ConsumerRecord<String, byte[]> found) {
    if (!(codec.decode(found.topic(), found.value()) instanceof MerchantProfile profile)) {
      throw new IllegalStateException("not a merchant profile at offset " + found.offset());
    }
    if (isNewest(profile)) {
      merchants.put(
          new Merchant(
              profile.getMerchantId(),
              profile.getName(),
              profile.getIban(),
              keys(profile),
              hold(profile),
              isClosed(profile)));
    }
  }

  /// A closed merchant is still paid what it is owed, but its keys open nothing any more.
  private static List<Merchant.Key> keys(MerchantProfile profile) {
    return isClosed(profile)
        ? List.of()
        : profile.getApiKeys().stream().flatMap(key -> key(key).stream()).toList();
  }

  private static boolean isClosed(MerchantProfile profile) {
    return profile.getStatus().equals("closed");
  }

  /// A suspended merchant is paid nothing either, until somebody knows what is wrong.
  private static @Nullable String hold(MerchantProfile profile) {
    return profile.getPayoutHold() == null && profile.getStatus().equals("suspended")
        ? "suspended"
        : profile.getPayoutHold();
  }

  private boolean isNewest(MerchantProfile profile) {
    long version = profile.getEnvelope().getAggregateVersion();
    return versions.merge(profile.getMerchantId(), version, Math::max) == version;
  }

  private static Optional<Merchant.Key> key(ApiKey key) {
    return KeyGuard.read(key.getAllowedAddresses(), key.getSigningKey())
        .map(guard ->
            new Merchant.Key(
                key.getHash(),
                key.getScope().equals("secret"),
                WireMode.read(key.getMode()),
                key.getExpiresAt(),
                guard));
  }
}
