package io.openvpos.merchant.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.openvpos.merchant.audit.domain.Action;
import io.openvpos.merchant.audit.domain.Actor;
import io.openvpos.merchant.contract.domain.ContractBook;
import io.openvpos.merchant.contract.domain.ContractTerms;
import io.openvpos.merchant.profile.domain.CaptureRules;
import io.openvpos.merchant.profile.domain.Merchant;
import io.openvpos.merchant.profile.domain.PayoutHold;
import io.openvpos.merchant.profile.domain.Registration;
import io.openvpos.merchant.profile.domain.RiskPolicy;
import io.openvpos.merchant.profile.domain.Status;
import io.openvpos.money.Mode;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayoutHoldsTest {

  private static final Instant NOW = Instant.parse("2026-11-27T09:00:00Z");

  private final List<String> done = new ArrayList<>();
  private Merchant stored = merchant();
  private boolean loseOnce;
  private final PayoutHolds holds = new PayoutHolds(new One(), Clock.fixed(NOW, ZoneOffset.UTC));

  @Test
  void aHoldStandsUntilItIsReleasedAndEachIsDoneOnce() {
    loseOnce = true;
    hold("Şüpheli satış");
    hold("Şüpheli satış");
    assertThat(stored.payoutHold()).isEqualTo(new PayoutHold("Şüpheli satış", "ops@bank", NOW));
    hold("Belge eksik");
    release();
    release();
    assertThat(stored.payoutHold()).isNull();
    assertThat(done)
        .containsExactly(
            "merchant.payouts_held", "merchant.payouts_held", "merchant.payouts_released");
    assertThat(holds.hold("mer_2", "x", actor())).isEmpty();
  }

  @Test
  void aHoldOutlivesOtherChanges() {
    hold("Şüpheli satış");
    stored = stored.withStatus(Status.SUSPENDED).again().live();
    assertThat(stored.payoutHold()).isNotNull();
  }

  private void hold(String reason) {
    assertThat(holds.hold("mer_1", reason, actor())).contains(stored);
  }

  private void release() {
    assertThat(holds.release("mer_1", actor())).contains(stored);
  }

  private static Actor actor() {
    return new Actor("ops@bank", "-");
  }

  private final class One implements Merchants {
    @Override
    public Optional<Merchant> find(String id) {
      return Optional.of(stored).filter(one -> one.id().equals(id));
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
      if (loseOnce) {
        loseOnce = false;
        return false;
      }
      stored = changed;
      done.add(action.name());
      return true;
    }
  }

  private static Merchant merchant() {
    return new Merchant(
        "mer_1",
        1,
        "Çınar Kırtasiye",
        Status.ACTIVE,
        "5943",
        "00000001",
        Registration.of("00000001", null, false),
        "TR330006100519786457841326",
        List.of(Mode.TEST),
        List.of("TRY"),
        RiskPolicy.DEFAULT,
        CaptureRules.DEFAULT,
        ContractBook.first(ContractTerms.demo()),
        List.of(),
        null,
        Instant.EPOCH);
  }
}
