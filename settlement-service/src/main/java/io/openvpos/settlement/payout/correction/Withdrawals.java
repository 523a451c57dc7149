package io.openvpos.settlement.payout.correction;

import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.businessday.domain.Debtor;
import io.openvpos.settlement.payout.BankAnswers;
import io.openvpos.settlement.payout.correction.Correction.Approved;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Holds back the payout that a correction comes in time for: a re-issue whose file has not left.
/// First its file is made one that never leaves, then the payout is refused in the bank's place,
/// which gives it out again to the corrected account. So nothing is ever both at the bank and given
/// out again. A crash anywhere in between is made good by the next run.
public final class Withdrawals {

  /// ISO 20022: requested by the customer.
  static final String REASON = "CUST";

  private final Corrections corrections;
  private final PayablesStore payables;
  private final PayoutStore payouts;
  private final FileStore files;
  private final BankAnswers answers;
  private final Debtor debtor;

  /// @param debtor written into a file that never leaves
  public Withdrawals(
      Corrections corrections,
      PayablesStore payables,
      PayoutStore payouts,
      FileStore files,
      BankAnswers answers,
      Debtor debtor) {
    this.corrections = corrections;
    this.payables = payables;
    this.payouts = payouts;
    this.files = files;
    this.answers = answers;
    this.debtor = debtor;
  }

  /// Sees to every correction that was approved and not yet seen to.
  public void run() {
    corrections.toApply().forEach(this::apply);
  }

  private void apply(Correction correction) {
    Approved approved = correction.approved();
    if (approved != null) {
      waiting(payables, correction.head(), correction.day())
          .filter(Payout::isReissue)
          .filter(payout -> !payout.beneficiary().iban().equals(approved.iban()))
          .filter(this::isHeldBack)
          .ifPresent(payout -> answers.refused(payout, REASON));
    }
    corrections.applied(correction);
  }

  private boolean isHeldBack(Payout payout) {
    payouts.insertMissing(List.of(payout));
    PayoutFile file = PayoutFile.ofReissue(payout, debtor);
    DueFile due =
        new DueFile(
            file.messageId(),
            file.day(),
            file.mode(),
            file.currency(),
            file.createdAt(),
            file.debtor(),
            payout.id());
    return files.withdraw(due, 1, file.controlSum());
  }

  static Optional<Payout> waiting(PayablesStore payables, Head head, LocalDate day) {
    return payables.find(head).stream()
        .flatMap(stored -> stored.payables().open().stream())
        .filter(one -> one.confirmation().isEmpty())
        .map(OpenPayout::payout)
        .filter(payout -> payout.day().equals(day))
        .findFirst();
  }
}
