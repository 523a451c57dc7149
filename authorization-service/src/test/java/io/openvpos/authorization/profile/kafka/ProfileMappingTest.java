package io.openvpos.authorization.profile.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.authorization.profile.CaptureTerms;
import io.openvpos.authorization.profile.CheckoutTerms;
import io.openvpos.authorization.profile.ContractStart;
import io.openvpos.authorization.profile.MerchantTerms;
import io.openvpos.authorization.profile.MerchantTerms.Status;
import io.openvpos.authorization.profile.Profiles;
import io.openvpos.authorization.profile.ThreeDSecureTerms;
import io.openvpos.authorization.profile.ThreeDSecureTerms.Policy;
import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.money.Mode;
import io.openvpos.money.Money;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.merchant.AmountLimit;
import io.openvpos.schemas.merchant.ApiKey;
import io.openvpos.schemas.merchant.CaptureRules;
import io.openvpos.schemas.merchant.ContractVersion;
import io.openvpos.schemas.merchant.InstallmentLimit;
import io.openvpos.schemas.merchant.MerchantProfile;
import io.openvpos.schemas.merchant.ThreeDSecurePolicy;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProfileMappingTest {

  private static final Mode[] BOTH = Mode.values();

  private final Profiles profiles = new Profiles(Clock.systemUTC());

  @Test
  void everythingTheEdgeDecidesByIsTaken() {
    take(profile().build());

    assertThat(profiles.find("mrc_1"))
        .contains(
            new MerchantTerms(
                "mrc_1",
                "Shop",
                Status.ACTIVE,
                Set.of(BOTH),
                Set.of(Currency.getInstance("TRY"), Currency.getInstance("EUR")),
                "TERM0001",
                "5411",
                new RiskPolicy(50_000, 5, 20, 100),
                new CaptureTerms(true, 7, 12),
                List.of(
                    new ContractStart(1, LocalDate.EPOCH),
                    new ContractStart(2, LocalDate.of(2026, 4, 1))),
                new CheckoutTerms(true, Map.of("domestic_credit", 9), Set.of("https://shop.test")),
                ThreeDSecureTerms.DEFAULT));
    assertThat(profiles.apiKeys().find("sk_test_1")).isPresent();
  }

  @Test
  void wordsOfANewerWriterAreNotGranted() {
    take(
        profile()
            .setModes(List.of(io.openvpos.schemas.Mode.TEST, io.openvpos.schemas.Mode.UNKNOWN))
            .setApiKeys(
                List.of(
                    key("sk_test_1", "secret", io.openvpos.schemas.Mode.UNKNOWN),
                    key("sk_test_2", "everything", io.openvpos.schemas.Mode.TEST),
                    key("sk_test_3", "secret", io.openvpos.schemas.Mode.TEST)))
            .build());

    assertThat(profiles.apiKeys().find("sk_test_1")).isEmpty();
    assertThat(profiles.apiKeys().find("sk_test_2")).isEmpty();
    assertThat(profiles.apiKeys().find("sk_test_3")).isPresent();

    take(profile().setStatus("under_review").build());

    assertThat(profiles.find("mrc_1").orElseThrow().status()).isEqualTo(Status.SUSPENDED);
  }

  @Test
  void aGuardThatIsNotUnderstoodOpensNothing() {
    ApiKey listed =
        new ApiKey(
            ApiKeys.hash("sk_test_1"),
            "secret",
            io.openvpos.schemas.Mode.TEST,
            null,
            List.of("203.0.113.0/24"),
            null);
    ApiKey strange =
        new ApiKey(
            ApiKeys.hash("sk_test_2"),
            "secret",
            io.openvpos.schemas.Mode.TEST,
            null,
            List.of(),
            "of another curve");
    take(profile().setApiKeys(List.of(listed, strange)).build());

    assertThat(profiles.apiKeys().find("sk_test_1").orElseThrow().guard().addresses()).hasSize(1);
    assertThat(profiles.apiKeys().find("sk_test_2")).isEmpty();
  }

  @Test
  void whoIsAuthenticatedIsThePolicys() {
    assertThat(authentication("off").policy()).isEqualTo(Policy.OFF);
    assertThat(authentication("optional")).isEqualTo(ThreeDSecureTerms.DEFAULT);
    assertThat(authentication("required").policy()).isEqualTo(Policy.REQUIRED);
    assertThat(authentication("a_word_of_tomorrow").policy()).isEqualTo(Policy.REQUIRED);

    ThreeDSecureTerms above = authentication("above", new AmountLimit("TRY", 1_000L));
    assertThat(above.requires(new Money(1_000, Currency.getInstance("TRY")))).isFalse();
    assertThat(above.requires(new Money(1_001, Currency.getInstance("TRY")))).isTrue();
    assertThat(above.requires(new Money(1, Currency.getInstance("EUR")))).isTrue();
  }

  private ThreeDSecureTerms authentication(String policy, AmountLimit... above) {
    take(profile().setThreeDSecure(new ThreeDSecurePolicy(policy, List.of(above))).build());
    return profiles.find("mrc_1").orElseThrow().authentication();
  }

  @Test
  void aProfileThatCannotBeServedRefusesItsMerchantOnly() {
    take(profile().setMerchantId("mrc_2").setApiKeys(List.of()).build());
    take(profile().build());

    take(profile().setContractVersions(List.of()).build());

    assertThat(profiles.find("mrc_1")).isEmpty();
    assertThat(profiles.apiKeys().find("sk_test_1")).isEmpty();
    assertThat(profiles.find("mrc_2")).isPresent();
  }

  private void take(MerchantProfile wire) {
    ProfileReader.take(wire, profiles);
  }

  private static MerchantProfile.Builder profile() {
    return MerchantProfile.newBuilder()
        .setInstallmentLimits(List.of(new InstallmentLimit("domestic_credit", 9)))
        .setHostedPageOnly(true)
        .setCheckoutOrigins(List.of("https://shop.test"))
        .setEnvelope(
            Envelope.newBuilder()
                .setEventId("mrc_1:1")
                .setOccurredAt(Instant.EPOCH)
                .setAggregateVersion(1)
                .build())
        .setMerchantId("mrc_1")
        .setName("Shop")
        .setStatus("active")
        .setModes(List.of(io.openvpos.schemas.Mode.TEST, io.openvpos.schemas.Mode.LIVE))
        .setApiKeys(List.of(key("sk_test_1", "secret", io.openvpos.schemas.Mode.TEST)))
        .setCurrencies(List.of("TRY", "EUR"))
        .setMcc("5411")
        .setTerminalId("TERM0001")
        .setIban("TR000000000000000000000000")
        .setRiskPolicy(new io.openvpos.schemas.merchant.RiskPolicy(50_000L, 5, 20, 100))
        .setCaptureRules(new CaptureRules(true, 7, 12))
        .setContractVersions(
            List.of(
                new ContractVersion(2, LocalDate.of(2026, 4, 1)),
                new ContractVersion(1, LocalDate.EPOCH)));
  }

  private static ApiKey key(String key, String scope, io.openvpos.schemas.Mode mode) {
    return new ApiKey(ApiKeys.hash(key), scope, mode, null, List.of(), null);
  }
}
