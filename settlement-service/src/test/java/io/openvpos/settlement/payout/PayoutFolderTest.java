package io.openvpos.settlement.payout;

import static io.openvpos.settlement.fakes.Lines.HEAD;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.fakes.Faults;
import io.openvpos.settlement.fakes.InMemoryStores;
import io.openvpos.settlement.fakes.Lines;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.profile.domain.Merchant;
import io.openvpos.settlement.profile.domain.Merchants;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class PayoutFolderTest {

  private static final LocalDate D = LocalDate.parse("2026-11-23");
  private static final DayToFold DAY =
      new DayToFold(D, Instant.parse("2026-11-23T21:00:00Z"), D.plusDays(1));

  private final InMemoryStores stores = new InMemoryStores(Faults.none());
  private final Merchants merchants = new Merchants(Clock.systemUTC());
  private final PayoutFolder folder =
      new PayoutFolder(stores.payablesStore(), stores.payoutStore(), merchants);

  @Test
  void nobodyIsPaidWhileProfilesAreStillBeingRead() {
    AtomicBoolean caughtUp = new AtomicBoolean();
    merchants.completeOnce(caughtUp::get);
    // The newer profile, with another account, is yet to be read.
    merchants.put(new Merchant(HEAD.merchantId(), "Shop", "TR-OLD", List.of()));

    assertThat(folder.fold(DAY, List.of(batch()))).isEmpty();
    assertThat(stores.payables).isEmpty();
    assertThatIllegalStateException().isThrownBy(() -> merchants.of(HEAD.merchantId()));

    merchants.put(new Merchant(HEAD.merchantId(), "Shop", "TR-NEW", List.of()));
    caughtUp.set(true);

    List<Payout> payouts = folder.fold(DAY, List.of(batch())).orElseThrow();
    assertThat(payouts).extracting(payout -> payout.beneficiary().iban()).containsExactly("TR-NEW");
  }

  private static Batch batch() {
    BatchDraft draft = new BatchDraft(D, HEAD, new BankCalendars("tr-1").current());
    draft.add(Lines.capture(HEAD, 1, D, 100_00, 1));
    return draft.finish();
  }
}
