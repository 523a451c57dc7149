package io.openvpos.merchant.profile.kafka;

import io.openvpos.merchant.contract.domain.ceiling.InstallmentCeilings;
import io.openvpos.merchant.profile.ProfileEvents;
import io.openvpos.merchant.profile.domain.CheckoutOrigin;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.PayoutHold;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.WireMode;
import io.openvpos.schemas.merchant.AmountLimit;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.CaptureRules;
import io.openvpos.schemas.merchant.ContractVersion;
import io.openvpos.schemas.merchant.InstallmentLimit;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.schemas.merchant.RiskPolicy;
import io.openvpos.schemas.merchant.ThreeDSecurePolicy;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// MerchantProfile on `merchant.profiles.v1`, keyed by merchant. Revoked keys are not in it.
@Component
final class ProfileRecords implements ProfileEvents {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  private static final List<String> CARD_CLASSES =
      List.of("own_bank", "domestic_credit", "debit", "prepaid", "commercial", "foreign");

  private final InstallmentCeilings installments = InstallmentCeilings.bundled();
  private final AvroCodec codec;
  private final Clock clock;

  ProfileRecords(AvroCodec codec, Clock clock) {
    this.codec = codec;
    this.clock = clock;
  }

  @Override
  public OutboxEntry event(Merchant merchant) {
    String eventId = merchant.id() + ":" + merchant.version();
    byte[] wire = codec.encode(Topics.PROFILES, profile(merchant, eventId));
    return new OutboxEntry(eventId, Topics.PROFILES, null, merchant.id(), wire, Map.of());
  }

  private MerchantProfile profile(Merchant merchant, String eventId) {
    return MerchantProfile.newBuilder()
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId(eventId)
                .setOccurredAt(clock.instant())
                .setAggregateVersion(merchant.version())
                .setCorrelationId(merchant.id())
                .build())
        .setMerchantId(merchant.id())
        .setName(merchant.name())
        .setStatus(merchant.status().code())
        .setModes(merchant.modes().stream().map(WireMode::of).toList())
        .setApiKeys(keys(merchant))
        .setCurrencies(merchant.currencies())
        .setMcc(merchant.mcc())
        .setTerminalId(merchant.terminalId())
        .setIban(merchant.iban())
        .setRiskPolicy(policy(merchant.riskPolicy()))
        .setCaptureRules(rules(merchant.captureRules()))
        .setContractVersions(
            merchant.contracts().versions().stream()
                .map(version -> new ContractVersion(version.version(), version.fromDay()))
                .toList())
        .setPayoutHold(hold(merchant.payoutHold()))
        .setHostedPageOnly(merchant.registration().hostedPageOnly())
        .setInstallmentLimits(limits(merchant))
        .setCheckoutOrigins(
            merchant.security().checkoutOrigins().stream().map(CheckoutOrigin::value).toList())
        .setThreeDSecure(policy(merchant.security().threeDSecure()))
        .build();
  }

  private static @Nullable String hold(@Nullable PayoutHold hold) {
    return hold == null ? null : hold.reason();
  }

  private static List<ApiKey> keys(Merchant merchant) {
    return merchant.apiKeys().stream()
        .filter(key -> key.active())
        .map(ProfileRecords::key)
        .toList();
  }

  private static ApiKey key(io.openvpos.merchant.profile.domain.ApiKey key) {
    return new ApiKey(
        key.hash(),
        key.scope().code(),
        WireMode.of(key.mode()),
        key.limits().expiresAt(),
        key.limits().addresses().stream().map(AddressRange::toString).toList(),
        key.limits().signingKey());
  }

  /// As of today: a ceiling that changes is told with the merchant's next change, and refuses a
  /// quote from its own day on in any case.
  private List<InstallmentLimit> limits(Merchant merchant) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ISTANBUL);
    return CARD_CLASSES.stream()
        .map(each -> new InstallmentLimit(each, installments.max(merchant.mcc(), each, today)))
        .toList();
  }

  private static ThreeDSecurePolicy policy(
      io.openvpos.merchant.profile.domain.ThreeDSecurePolicy policy) {
    return new ThreeDSecurePolicy(
        policy.kind().code(),
        new TreeMap<>(policy.above())
            .entrySet().stream()
                .map(each -> new AmountLimit(each.getKey(), each.getValue()))
                .toList());
  }

  private static RiskPolicy policy(io.openvpos.merchant.profile.domain.RiskPolicy policy) {
    return new RiskPolicy(
        policy.floorMinorUnits(),
        policy.attemptsPerMinute(),
        policy.attemptsPerHour(),
        policy.attemptsPerDay());
  }

  private static CaptureRules rules(io.openvpos.merchant.profile.domain.CaptureRules rules) {
    return new CaptureRules(
        rules.manualCaptureAllowed(), rules.holdDays(), rules.maxInstallments());
  }
}
