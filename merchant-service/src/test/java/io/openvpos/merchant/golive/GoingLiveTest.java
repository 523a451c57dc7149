package io.openvpos.merchant.golive;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.adjustment.OneMerchant;
import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.golive.GoingLive.Outcome;
import io.openvpos.merchant.golive.GoingLive.Refusal;
import io.openvpos.merchant.golive.domain.Certification;
import io.openvpos.merchant.golive.domain.CertificationItem;
import io.openvpos.merchant.golive.domain.Tick;
import io.openvpos.merchant.profile.Merchants;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.SecuritySettings;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy;
import io.openvpos.merchant.profile.domain.ThreeDSecurePolicy.Kind;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Which merchant must have shown what before it sells in earnest.
class GoingLiveTest {

  private static final Actor ADMIN = new Actor("admin@shop", "-");
  private static final Actor OPS = new Actor("ops@bank", "-");

  private final List<Tick> ticks = new ArrayList<>();
  private final One merchants = new One();
  private final GoingLive goingLive =
      new GoingLive(merchants, new Listed(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

  @Test
  void aMerchantThatAuthenticatesNobodyNeedShowNoAuthentication() {
    shown(
        CertificationItem.PAYMENT_APPROVED,
        CertificationItem.PAYMENT_DECLINED,
        CertificationItem.REFUND);
    assertRefused(goingLive.request("mer_1", ADMIN), Refusal.CHECKLIST_OPEN);

    shown(CertificationItem.IDEMPOTENT_RETRY);
    assertDone(goingLive.request("mer_1", ADMIN));
    assertDone(goingLive.approve("mer_1", OPS));
  }

  @Test
  void whoseShoppersAreAuthenticatedShowsIt() {
    shownAllBut(CertificationItem.THREE_D_SECURE);
    assertDone(goingLive.request("mer_1", ADMIN));
    policy(ThreeDSecurePolicy.of(Kind.REQUIRED));
    assertRefused(goingLive.approve("mer_1", OPS), Refusal.CHECKLIST_OPEN);
    policy(new ThreeDSecurePolicy(Kind.ABOVE, Map.of("TRY", 100L)));
    assertRefused(goingLive.approve("mer_1", OPS), Refusal.CHECKLIST_OPEN);

    shown(CertificationItem.THREE_D_SECURE);
    assertDone(goingLive.approve("mer_1", OPS));
  }

  @Test
  void theBanksPageAuthenticatesUnlessThePolicySaysNever() {
    shownAllBut(CertificationItem.THREE_D_SECURE);
    merchants.stored = onThePageOnly(merchants.stored);
    assertRefused(goingLive.request("mer_1", ADMIN), Refusal.CHECKLIST_OPEN);

    policy(ThreeDSecurePolicy.of(Kind.OFF));
    assertDone(goingLive.request("mer_1", ADMIN));
  }

  @Test
  void whoIsLiveStaysLive() {
    merchants.stored = merchants.stored.live();
    policy(ThreeDSecurePolicy.of(Kind.REQUIRED));

    assertRefused(goingLive.approve("mer_1", OPS), Refusal.ALREADY_LIVE);
    assertThat(merchants.stored.modes()).hasSize(2);
  }

  private void shown(CertificationItem... items) {
    for (CertificationItem item : items) {
      ticks.add(new Tick(item, Instant.EPOCH, "evt_1"));
    }
  }

  private void shownAllBut(CertificationItem missing) {
    for (CertificationItem item : CertificationItem.values()) {
      if (item != missing) {
        shown(item);
      }
    }
  }

  private void policy(ThreeDSecurePolicy policy) {
    merchants.stored =
        merchants.stored.withSecurity(SecuritySettings.DEFAULT.withThreeDSecure(policy));
  }

  private static void assertDone(Optional<Outcome> outcome) {
    assertThat(outcome.orElseThrow()).isInstanceOf(Outcome.Done.class);
  }

  private static void assertRefused(Optional<Outcome> outcome, Refusal reason) {
    assertThat(outcome).contains(new Outcome.Refused(reason));
  }

  private static Merchant onThePageOnly(Merchant one) {
    return new Merchant(
        one.id(),
        one.version(),
        one.name(),
        one.status(),
        one.mcc(),
        one.terminalId(),
        Registration.of(one.terminalId(), null, true),
        one.iban(),
        one.modes(),
        one.currencies(),
        one.riskPolicy(),
        one.captureRules(),
        one.contracts(),
        one.apiKeys(),
        one.liveRequest(),
        one.createdAt());
  }

  private final class Listed implements Certifications {
    @Override
    public Certification of(String merchantId) {
      return new Certification(ticks);
    }

    @Override
    public void tick(String merchantId, Tick tick) {
      throw new AssertionError("nothing is ticked");
    }
  }

  private static final class One implements Merchants {
    private Merchant stored = new OneMerchant().find("mer_1").orElseThrow();

    @Override
    public Optional<Merchant> find(String id) {
      return Optional.of(stored);
    }

    @Override
    public List<Merchant> all() {
      return List.of(stored);
    }

    @Override
    public boolean insert(Merchant merchant, Action action) {
      throw new AssertionError("nothing is inserted");
    }

    @Override
    public boolean save(Merchant changed, Action action) {
      stored = changed;
      return true;
    }
  }
}
