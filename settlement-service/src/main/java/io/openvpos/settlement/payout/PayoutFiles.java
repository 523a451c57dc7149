package io.openvpos.settlement.payout;

import io.openvpos.money.Mode;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.FileStore;
import io.openvpos.settlement.payout.domain.FileStore.DueFile;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutFile;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Which payouts stand in which file. Files are made after their day is closed; what is in them is
/// read again from the payouts each time, and is the same each time.
public final class PayoutFiles {

  private final PayablesStore payables;
  private final PayoutStore payouts;
  private final FileStore files;

  public PayoutFiles(PayablesStore payables, PayoutStore payouts, FileStore files) {
    this.payables = payables;
    this.payouts = payouts;
    this.files = files;
  }

  /// Makes the files of a closed day due: one for each mode and currency, and one for each re-issue
  /// made up to that day. So a bank that refuses is asked at most once for each business day.
  public void fileClosedDay(DayToFile closed) {
    List<Payout> ofDay = payouts.ofClose(closed.day());
    ofDay.stream()
        .map(payout -> payout.head().mode().code() + " " + payout.head().currency())
        .distinct()
        .sorted()
        .map(key -> key.split(" "))
        .map(key -> PayoutFile.ofClose(closed, Mode.of(key[0]), key[1], ofDay))
        .forEach(file -> insert(file, null));
    for (Payout reissue : openReissues(closed.day())) {
      payouts.insertMissing(List.of(reissue));
      insert(PayoutFile.ofReissue(reissue, closed.debtor()), reissue.id());
    }
  }

  /// The file of a close, for who wants to look at it; it has no payouts if there are none.
  public PayoutFile ofClose(DayToFile closed, Mode mode, String currency) {
    return PayoutFile.ofClose(closed, mode, currency, payouts.ofClose(closed.day()));
  }

  /// What stands in a file that is due or was handed over.
  public PayoutFile contentOf(DueFile due) {
    if (due.payoutId() == null) {
      return ofClose(
          new DayToFile(due.day(), due.createdAt(), due.debtor()), due.mode(), due.currency());
    }
    return payouts
        .find(due.payoutId())
        .map(payout -> PayoutFile.ofReissue(payout, due.debtor()))
        .orElseThrow(() -> new IllegalStateException("no payout " + due.payoutId()));
  }

  private List<Payout> openReissues(LocalDate upTo) {
    List<Payout> found = new ArrayList<>();
    payables.forEach(head -> {
      Stream<Payout> mine =
          head.open().stream()
              .filter(one -> one.confirmation().isEmpty())
              .map(OpenPayout::payout)
              .filter(one -> one.isReissue() && !one.salesDay().isAfter(upTo));
      found.addAll(mine.toList());
    });
    return found;
  }

  private void insert(PayoutFile file, @Nullable String payoutId) {
    DueFile due =
        new DueFile(
            file.messageId(),
            file.day(),
            file.mode(),
            file.currency(),
            file.createdAt(),
            file.debtor(),
            payoutId);
    files.insertMissing(due, file.payouts().size(), file.controlSum());
  }
}
