package io.openvpos.authorization.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.openvpos.authorization.profile.MerchantTerms.Status;
import io.openvpos.authorization.risk.RiskPolicy;
import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller.MerchantKey;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProfilesTest {

  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

  private final MutableClock clock = new MutableClock(NOW);
  private final Profiles profiles = new Profiles(clock);
  private final ApiKeys keys = profiles.apiKeys();

  @Test
  void aKeyOpensItsMerchantAndMode() {
    profiles.replace(
        terms(Status.ACTIVE, Mode.TEST, Mode.LIVE),
        List.of(
            grant("sk_test_1", KeyScope.SECRET, Mode.TEST, null),
            grant("pk_live_1", KeyScope.PUBLISHABLE, Mode.LIVE, null)));

    assertThat(keys.find("sk_test_1"))
        .contains(new MerchantKey("mrc_1", Mode.TEST, KeyScope.SECRET));
    assertThat(keys.find("pk_live_1"))
        .contains(new MerchantKey("mrc_1", Mode.LIVE, KeyScope.PUBLISHABLE));
    assertThat(keys.find("sk_test_2")).isEmpty();
    assertThat(keys.find("")).isEmpty();
  }

  @Test
  void aKeyIsRefusedFromTheMomentItExpires() {
    profiles.replace(
        terms(Status.ACTIVE, Mode.TEST),
        List.of(grant("sk_test_1", KeyScope.SECRET, Mode.TEST, NOW.plusSeconds(60))));

    clock.advance(Duration.ofSeconds(59));
    assertThat(keys.find("sk_test_1")).isPresent();
    clock.advance(Duration.ofSeconds(1));
    assertThat(keys.find("sk_test_1")).isEmpty();
  }

  @Test
  void aKeyOfAModeThatTheMerchantDoesNotHaveIsRefused() {
    profiles.replace(
        terms(Status.ACTIVE, Mode.TEST),
        List.of(grant("sk_live_1", KeyScope.SECRET, Mode.LIVE, null)));

    assertThat(keys.find("sk_live_1")).isEmpty();
  }

  @Test
  void onlyAnActiveMerchantsKeysOpen() {
    List<KeyGrant> grants = List.of(grant("sk_test_1", KeyScope.SECRET, Mode.TEST, null));
    for (Status status : Status.values()) {
      profiles.replace(terms(status, Mode.TEST), grants);

      assertThat(keys.find("sk_test_1").isPresent()).isEqualTo(status == Status.ACTIVE);
      assertThat(profiles.find("mrc_1")).isPresent();
    }
  }

  @Test
  void aRevokedKeyIsGoneWithTheNextProfile() {
    KeyGrant stays = grant("sk_test_1", KeyScope.SECRET, Mode.TEST, null);
    KeyGrant goes = grant("sk_test_2", KeyScope.SECRET, Mode.TEST, null);
    profiles.replace(terms(Status.ACTIVE, Mode.TEST), List.of(stays, goes));

    profiles.replace(terms(Status.ACTIVE, Mode.TEST), List.of(stays));

    assertThat(keys.find("sk_test_1")).isPresent();
    assertThat(keys.find("sk_test_2")).isEmpty();
  }

  @Test
  void aRemovedMerchantIsUnknown() {
    profiles.replace(
        terms(Status.ACTIVE, Mode.TEST),
        List.of(grant("sk_test_1", KeyScope.SECRET, Mode.TEST, null)));

    profiles.remove("mrc_1");

    assertThat(profiles.find("mrc_1")).isEmpty();
    assertThat(keys.find("sk_test_1")).isEmpty();
  }

  @Test
  void theLastContractThatHasStartedPricesADay() {
    MerchantTerms terms =
        terms(
            List.of(
                new ContractStart(3, LocalDate.of(2026, 5, 1)),
                new ContractStart(1, LocalDate.of(2026, 1, 1)),
                new ContractStart(2, LocalDate.of(2026, 3, 1))));

    assertThat(terms.contractVersionOn(LocalDate.of(2025, 12, 31))).isEqualTo(1);
    assertThat(terms.contractVersionOn(LocalDate.of(2026, 2, 28))).isEqualTo(1);
    assertThat(terms.contractVersionOn(LocalDate.of(2026, 3, 1))).isEqualTo(2);
    assertThat(terms.contractVersionOn(LocalDate.of(2026, 4, 30))).isEqualTo(2);
    assertThat(terms.contractVersionOn(LocalDate.of(2027, 1, 1))).isEqualTo(3);
    assertThatThrownBy(() -> terms(List.of())).isInstanceOf(IllegalArgumentException.class);
  }

  private static KeyGrant grant(
      String key, KeyScope scope, Mode mode, @Nullable Instant expiresAt) {
    return new KeyGrant(ApiKeys.hash(key), scope, mode, expiresAt);
  }

  private static MerchantTerms terms(Status status, Mode... modes) {
    return terms(status, Set.of(modes), List.of(new ContractStart(1, LocalDate.EPOCH)));
  }

  private static MerchantTerms terms(List<ContractStart> contracts) {
    return terms(Status.ACTIVE, Set.of(Mode.TEST), contracts);
  }

  private static MerchantTerms terms(
      Status status, Set<Mode> modes, List<ContractStart> contracts) {
    return new MerchantTerms(
        "mrc_1",
        "Shop",
        status,
        modes,
        Set.of(Currency.getInstance("TRY")),
        "TERM0001",
        "5411",
        new RiskPolicy(50_000, 5, 20, 100),
        new CaptureTerms(true, 7, 12),
        contracts,
        CheckoutTerms.OPEN,
        ThreeDSecureTerms.DEFAULT);
  }
}
