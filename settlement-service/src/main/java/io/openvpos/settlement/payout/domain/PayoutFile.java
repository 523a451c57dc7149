package io.openvpos.settlement.payout.domain;

import io.openvpos.money.Mode;
import io.openvpos.settlement.businessday.domain.Debtor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// What one file tells the bank. The payouts of one day's close in one mode and currency, or one
/// re-issue.
///
/// @param messageId makes a repeated hand-over harmless
/// @param day whose close it is of, or the day the re-issue was made on
/// @param createdAt the day's cut-off, or the moment of the re-issue: never the moment of writing
/// @param debtor who pays
/// @param payouts by end-to-end id
public record PayoutFile(
    String messageId,
    LocalDate day,
    Mode mode,
    String currency,
    Instant createdAt,
    Debtor debtor,
    List<Payout> payouts) {

  public PayoutFile {
    payouts = payouts.stream().sorted(Comparator.comparing(Payout::id)).toList();
    for (Payout payout : payouts) {
      if (payout.head().mode() != mode || !payout.head().currency().equals(currency)) {
        throw new IllegalStateException(payout.id() + " is not of file " + messageId);
      }
    }
  }

  /// The file of a day's close.
  public static PayoutFile ofClose(
      DayToFile closed, Mode mode, String currency, List<Payout> ofDay) {
    List<Payout> mine =
        ofDay.stream()
            .filter(one -> one.head().mode() == mode && one.head().currency().equals(currency))
            .toList();
    String id = "VPOS-" + closed.day() + "-" + mode.code() + "-" + currency;
    return new PayoutFile(
        id, closed.day(), mode, currency, closed.cutOffAt(), closed.debtor(), mine);
  }

  /// The file of one re-issue.
  public static PayoutFile ofReissue(Payout payout, Debtor debtor) {
    return new PayoutFile(
        "R-" + payout.id(),
        payout.salesDay(),
        payout.head().mode(),
        payout.head().currency(),
        payout.instructedAt(),
        debtor,
        List.of(payout));
  }

  public long controlSum() {
    return payouts.stream().mapToLong(Payout::amount).reduce(0, Math::addExact);
  }
}
