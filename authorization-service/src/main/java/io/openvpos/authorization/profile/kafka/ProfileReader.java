package io.openvpos.authorization.profile.kafka;

import io.openvpos.authorization.profile.CaptureTerms;
import io.openvpos.authorization.profile.CheckoutTerms;
import io.openvpos.authorization.profile.ContractStart;
import io.openvpos.authorization.profile.KeyGrant;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.MerchantTerms.Status;
import io.openvpos.authorization.profile.Profiles;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms.Policy;
import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.messaging.access.KeyGuard;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.schemas.Mode;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.AmountLimit;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.CaptureRules;
import io.openvpos.schemas.merchant.InstallmentLimit;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.schemas.merchant.ThreeDSecurePolicy;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes each profile of `merchant.profiles.v1` (key: merchant id, compacted) into the view; the
/// highest version of a merchant is the truth. A resend may come behind a newer profile: it must
/// not bring a revoked key back. What a newer writer means by an unknown word is not granted.
final class ProfileReader {

  private static final Logger LOGGER = LoggerFactory.getLogger(ProfileReader.class);

  private final AvroCodec codec;
  private final Profiles profiles;
  private final Map<String, Long> versions = new HashMap<>();

  ProfileReader(AvroCodec codec, Profiles profiles) {
    this.codec = codec;
    this.profiles = profiles;
  }

  /// Called by one thread.
  void accept(ConsumerRecord<String, byte[]> found) {
    if (found.value() == null) {
      profiles.remove(found.key());
    } else if (codec.decode(found.topic(), found.value()) instanceof MerchantProfile profile
        && isNewest(profile)) {
      take(profile, profiles);
    }
  }

  private boolean isNewest(MerchantProfile profile) {
    long version = profile.getEnvelope().getAggregateVersion();
    return versions.merge(profile.getMerchantId(), version, Math::max) == version;
  }

  static void take(MerchantProfile wire, Profiles profiles) {
    try {
      profiles.replace(terms(wire), grants(wire));
    } catch (IllegalArgumentException e) {
      // One merchant that cannot be served must not keep the others' revocations waiting.
      LOGGER.error(
          "the profile of {} cannot be used: the merchant is refused", wire.getMerchantId(), e);
      profiles.remove(wire.getMerchantId());
    }
  }

  private static MerchantTerms terms(MerchantProfile wire) {
    CaptureRules capture = wire.getCaptureRules();
    return new MerchantTerms(
        wire.getMerchantId(),
        wire.getName(),
        status(wire.getStatus()),
        wire.getModes().stream()
            .filter(mode -> mode != Mode.UNKNOWN)
            .map(WireMode::read)
            .collect(Collectors.toSet()),
        wire.getCurrencies().stream().map(Currency::getInstance).collect(Collectors.toSet()),
        wire.getTerminalId(),
        wire.getMcc(),
        policy(wire.getRiskPolicy()),
        new CaptureTerms(
            capture.getManualCaptureAllowed(), capture.getHoldDays(), capture.getMaxInstallments()),
        wire.getContractVersions().stream()
            .map(each -> new ContractStart(each.getVersion(), each.getFromDay()))
            .toList(),
        checkout(wire),
        authentication(wire.getThreeDSecure()));
  }

  /// What a newer writer means by an unknown word is taken for the strictest.
  private static ThreeDSecureTerms authentication(@Nullable ThreeDSecurePolicy wire) {
    if (wire == null) {
      return ThreeDSecureTerms.DEFAULT;
    }
    return switch (wire.getPolicy()) {
      case "off" -> ThreeDSecureTerms.of(Policy.OFF);
      case "optional" -> ThreeDSecureTerms.of(Policy.OPTIONAL);
      case "above" ->
          new ThreeDSecureTerms(
              Policy.ABOVE,
              wire.getAbove().stream()
                  .collect(
                      Collectors.toMap(
                          AmountLimit::getCurrency, AmountLimit::getMinorUnits, Math::min)));
      default -> ThreeDSecureTerms.of(Policy.REQUIRED);
    };
  }

  private static CheckoutTerms checkout(MerchantProfile wire) {
    return new CheckoutTerms(
        wire.getHostedPageOnly(),
        wire.getInstallmentLimits().stream()
            .collect(
                Collectors.toMap(
                    InstallmentLimit::getCardClass, InstallmentLimit::getMost, Math::min)),
        Set.copyOf(wire.getCheckoutOrigins()));
  }

  private static RiskPolicy policy(io.openvpos.schemas.merchant.RiskPolicy wire) {
    return new RiskPolicy(
        wire.getFloorMinorUnits(),
        wire.getAttemptsPerMinute(),
        wire.getAttemptsPerHour(),
        wire.getAttemptsPerDay());
  }

  private static Status status(String wire) {
    return switch (wire) {
      case "active" -> Status.ACTIVE;
      case "closed" -> Status.CLOSED;
      default -> Status.SUSPENDED;
    };
  }

  private static List<KeyGrant> grants(MerchantProfile wire) {
    return wire.getApiKeys().stream().flatMap(key -> grant(key).stream()).toList();
  }

  private static Optional<KeyGrant> grant(ApiKey wire) {
    Optional<KeyGuard> guard = KeyGuard.read(wire.getAllowedAddresses(), wire.getSigningKey());
    return wire.getMode() == Mode.UNKNOWN || guard.isEmpty()
        ? Optional.empty()
        : KeyScope.of(wire.getScope())
            .map(scope ->
                new KeyGrant(
                    wire.getHash(),
                    scope,
                    WireMode.read(wire.getMode()),
                    wire.getExpiresAt(),
                    guard.get()));
  }
}
