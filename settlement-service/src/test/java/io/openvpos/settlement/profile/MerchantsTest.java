package io.openvpos.settlement.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.messaging.access.ApiKeys;
import io.openvpos.messaging.access.Caller;
import io.openvpos.messaging.access.KeyScope;
import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.profile.domain.Merchant;
import io.openvpos.settlement.profile.domain.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class MerchantsTest {

  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private final Merchants merchants = new Merchants(Clock.fixed(NOW, ZoneOffset.UTC));
  private final Merchant.Key secret =
      new Merchant.Key(ApiKeys.hash("sk_test_1"), true, Mode.TEST, null);

  @Test
  void aKeyIsItsMerchantsInItsMode() {
    merchants.put(new Merchant("m_1", "Shop", "TR33", List.of(secret)));
    assertThat(merchants.find("sk_test_1"))
        .contains(new Caller.MerchantKey("m_1", Mode.TEST, KeyScope.SECRET));
    assertThat(merchants.find("sk_test_2")).isEmpty();
  }

  @Test
  void aKeyThatExpiredOrIsNoLongerNamedIsUnknown() {
    Merchant.Key expired = new Merchant.Key(ApiKeys.hash("sk_test_0"), true, Mode.TEST, NOW);
    merchants.put(new Merchant("m_1", "Shop", "TR33", List.of(secret, expired)));
    assertThat(merchants.find("sk_test_0")).isEmpty();
    merchants.put(new Merchant("m_1", "Shop", "TR33", List.of()));
    assertThat(merchants.find("sk_test_1")).isEmpty();
  }

  @Test
  void theNewestProfileSaysWhoIsPaid() {
    merchants.put(new Merchant("m_1", "Shop", "TR33", List.of()));
    merchants.put(new Merchant("m_1", "Shop A.S.", "TR44", List.of()));
    assertThat(merchants.of("m_1")).isEqualTo(new Beneficiary("TR44", "Shop A.S."));
    assertThatIllegalStateException().isThrownBy(() -> merchants.of("m_2"));
  }
}
