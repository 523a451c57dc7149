package io.openvpos.settlement.payout.correction;

import io.openvpos.settlement.payout.correction.Correction.Outcome;
import io.openvpos.settlement.payout.correction.Correction.Proposal;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;

/// Where two people correct the account of payouts that did not arrive.
public final class CorrectionDesk {

  private final Corrections corrections;
  private final PayablesStore payables;
  private final Beneficiaries profiles;
  private final Withdrawals withdrawals;
  private final Clock clock;

  public CorrectionDesk(
      Corrections corrections,
      PayablesStore payables,
      Beneficiaries profiles,
      Withdrawals withdrawals,
      Clock clock) {
    this.corrections = corrections;
    this.payables = payables;
    this.profiles = profiles;
    this.withdrawals = withdrawals;
    this.clock = clock;
  }

  /// What was said of the payouts of this one's close; nothing yet, if nobody did.
  public Correction of(Payout payout) {
    Correction none = Correction.none(payout.head(), payout.day());
    return corrections.find(none.id()).orElse(none);
  }

  /// The payout of the same close that the bank has not paid; empty if all is paid.
  public Optional<Payout> waiting(Payout payout) {
    return Withdrawals.waiting(payables, payout.head(), payout.day());
  }

  public Outcome propose(Payout payout, String iban, String reason, String by) {
    Proposal said = new Proposal(iban, reason, by, clock.instant());
    return change(payout, correction -> correction.propose(said));
  }

  /// From then on the payouts of this close go to the account; one that is still here is held back
  /// and given out again at once.
  ///
  /// @param read the proposal that was read; if another one waits by now, nothing is approved
  public Outcome approve(Payout payout, Optional<String> read, String by) {
    String profile = profiles.of(payout.head().merchantId()).iban();
    Outcome outcome =
        change(payout, correction -> correction.approve(read, by, clock.instant(), profile));
    if (outcome instanceof Outcome.Changed) {
      withdrawals.run();
    }
    return outcome;
  }

  public Outcome reject(Payout payout, String by, String reason) {
    return change(payout, correction -> correction.reject(by, clock.instant(), reason));
  }

  private Outcome change(Payout payout, Function<Correction, Outcome> decide) {
    while (true) {
      Outcome outcome = decide.apply(of(payout));
      if (!(outcome instanceof Outcome.Changed(Correction next)) || corrections.save(next)) {
        return outcome;
      }
    }
  }
}
