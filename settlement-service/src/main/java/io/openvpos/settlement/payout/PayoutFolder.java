package io.openvpos.settlement.payout;

import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.ReserveTerms;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayablesStore.Stored;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Lets every payables head take in a cut day: those with a batch and those with dues or a reserve
/// from before. Safe to repeat; the payouts of the close are stored for files and look-up before it
/// returns.
public final class PayoutFolder {

  private final PayablesStore payables;
  private final PayoutStore payouts;
  private final Beneficiaries beneficiaries;

  /// What a day's batch brings a head.
  private record Share(List<Due> dues, ReserveTerms reserve) {
    static final Share NONE = new Share(List.of(), ReserveTerms.NONE);
  }

  public PayoutFolder(PayablesStore payables, PayoutStore payouts, Beneficiaries beneficiaries) {
    this.payables = payables;
    this.payouts = payouts;
    this.beneficiaries = beneficiaries;
  }

  /// All payouts of the day's close, by id. Empty while it is not known for sure where merchants
  /// are paid to; nothing is folded then.
  public Optional<List<Payout>> fold(DayToFold day, List<Batch> batches) {
    if (!beneficiaries.complete()) {
      return Optional.empty();
    }
    Map<String, Share> shares = new TreeMap<>();
    payables.forEach(one -> shares.put(one.head().id(), Share.NONE));
    batches.forEach(
        batch -> shares.put(batch.head().id(), new Share(batch.dues(), batch.reserve())));
    shares.forEach((head, share) -> fold(day, Head.of(head), share));
    return Optional.of(payouts.ofClose(day.day()));
  }

  private void fold(DayToFold day, Head head, Share share) {
    Payables folded = folded(day, head, share);
    payouts.insertMissing(ofClose(folded, day.day()));
    if (day.day().equals(folded.foldedDay())) {
      payouts.insertMissingReserves(folded.moved());
    }
  }

  private Payables folded(DayToFold day, Head head, Share share) {
    while (true) {
      Optional<Stored> read = payables.find(head);
      Payables before = read.map(Stored::payables).orElseGet(() -> Payables.none(head));
      if (share.dues().isEmpty() && before.dues().isEmpty() && before.reserved().isEmpty()) {
        return before;
      }
      Optional<Change> change =
          before.fold(
              day, share.dues(), share.reserve(), () -> beneficiaries.of(head.merchantId()));
      if (change.isEmpty()) {
        return before;
      }
      Change decided = change.get();
      boolean stored =
          read.map(found -> payables.replace(found, decided))
              .orElseGet(() -> payables.insert(decided));
      if (stored) {
        return decided.next();
      }
    }
  }

  /// A payout of the close stays open at least until its day is closed, so a repetition finds it.
  private static List<Payout> ofClose(Payables folded, LocalDate day) {
    return folded.open().stream()
        .map(OpenPayout::payout)
        .filter(payout -> payout.day().equals(day) && !payout.isReissue())
        .toList();
  }
}
