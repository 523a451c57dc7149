package io.openvpos.merchant.profile.http;

import io.openvpos.merchant.profile.KeyIssuing.Issued;
import io.openvpos.merchant.profile.domain.ApiKey;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.PayoutHold;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.messaging.access.AddressRange;
import io.openvpos.money.Mode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Merchants and keys as JSON. A key itself is only ever in [NewKey].
final class ProfileAnswers {

  private ProfileAnswers() {}

  record Version(int version, LocalDate fromDay) {}

  record MerchantAnswer(
      String id,
      String name,
      String status,
      String mcc,
      String number,
      String terminalId,
      boolean hostedPageOnly,
      @Nullable String applicationId,
      String iban,
      List<String> modes,
      List<String> currencies,
      RiskPolicy riskPolicy,
      CaptureRules captureRules,
      List<Version> contractVersions,
      Instant createdAt,
      @Nullable HoldAnswer payoutHold) {

    static MerchantAnswer of(Merchant merchant) {
      return new MerchantAnswer(
          merchant.id(),
          merchant.name(),
          merchant.status().code(),
          merchant.mcc(),
          merchant.registration().number(),
          merchant.terminalId(),
          merchant.registration().hostedPageOnly(),
          merchant.registration().applicationId(),
          merchant.iban(),
          merchant.modes().stream().map(Mode::code).toList(),
          merchant.currencies(),
          merchant.riskPolicy(),
          merchant.captureRules(),
          merchant.contracts().versions().stream()
              .map(version -> new Version(version.version(), version.fromDay()))
              .toList(),
          merchant.createdAt(),
          HoldAnswer.of(merchant.payoutHold()));
    }
  }

  /// Why nothing is paid out. Who decided it, the merchant does not learn.
  record HoldAnswer(String reason, Instant since) {
    static @Nullable HoldAnswer of(@Nullable PayoutHold hold) {
      return hold == null ? null : new HoldAnswer(hold.reason(), hold.at());
    }
  }

  record KeyAnswer(
      String id,
      String hint,
      String mode,
      String scope,
      Instant createdAt,
      @Nullable Instant revokedAt,
      @Nullable Instant expiresAt,
      List<String> allowedAddresses,
      @Nullable String signingKey) {

    static KeyAnswer of(ApiKey key) {
      return new KeyAnswer(
          key.id(),
          key.hint(),
          key.mode().code(),
          key.scope().code(),
          key.createdAt(),
          key.revokedAt(),
          key.limits().expiresAt(),
          addresses(key),
          key.limits().signingKey());
    }
  }

  private static List<String> addresses(ApiKey key) {
    return key.limits().addresses().stream().map(AddressRange::toString).toList();
  }

  record Keys(List<KeyAnswer> data) {}

  record NewKey(
      String id,
      String key,
      String mode,
      String scope,
      Instant createdAt,
      @Nullable Instant expiresAt,
      List<String> allowedAddresses,
      @Nullable String signingKey) {

    static NewKey of(Issued issued) {
      ApiKey kept = issued.kept();
      return new NewKey(
          kept.id(),
          issued.key(),
          kept.mode().code(),
          kept.scope().code(),
          kept.createdAt(),
          kept.limits().expiresAt(),
          addresses(kept),
          kept.limits().signingKey());
    }

    @Override
    public String toString() {
      return "NewKey[" + id + "]";
    }
  }
}
