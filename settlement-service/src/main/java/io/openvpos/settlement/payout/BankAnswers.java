package io.openvpos.settlement.payout;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.OpenPayout;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PayablesStore.Stored;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.payout.domain.Reissue;
import io.openvpos.settlement.payout.domain.Taken;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/// Takes in what the bank says of one payout, by whatever way it came: the answer to a file, a
/// status report, a line of a statement. Each is one change of the payout's head; taken a second
/// time it finds nothing to change.
public final class BankAnswers {

  private final PayablesStore payables;
  private final PayoutStore payouts;
  private final BankCalendars calendars;
  private final ReissueAccounts accounts;
  private final HandOver.OpenDay openDay;

  /// Where a payout stands for the bank.
  public enum Standing {
    /// The bank has not answered for it.
    WAITING,

    /// Paid, and so lately that it may come back.
    PAID,

    /// Paid, and so long ago that its head has forgotten it.
    PAID_LONG_AGO,

    /// Refused or returned: another one was instructed in its place.
    REPLACED
  }

  /// Whom the payout goes to that takes the place of another one.
  @FunctionalInterface
  public interface ReissueAccounts {
    Beneficiary of(Payout replaced);
  }

  public BankAnswers(
      PayablesStore payables,
      PayoutStore payouts,
      BankCalendars calendars,
      ReissueAccounts accounts,
      HandOver.OpenDay openDay) {
    this.payables = payables;
    this.payouts = payouts;
    this.calendars = calendars;
    this.accounts = accounts;
    this.openDay = openDay;
  }

  /// The head knows of every payout that may still change. One that it has forgotten was replaced
  /// if the bank was ever told to pay another one of the same head and day with a later number.
  public Standing standing(Payout payout) {
    Payables head = head(payout).payables();
    Optional<OpenPayout> open =
        head.open().stream().filter(one -> one.payout().id().equals(payout.id())).findFirst();
    if (open.isPresent()) {
      return open.get().confirmation().isPresent() ? Standing.PAID : Standing.WAITING;
    }
    Stream<Payout> others =
        Stream.concat(
            head.open().stream().map(OpenPayout::payout),
            payouts.ofChain(payout.head(), payout.day()).stream());
    return others.anyMatch(one -> one.day().equals(payout.day()) && one.number() > payout.number())
        ? Standing.REPLACED
        : Standing.PAID_LONG_AGO;
  }

  /// It left the account.
  public void paid(Payout payout) {
    change(payout, (head, taken) -> head.confirm(payout.id(), taken));
  }

  /// It was refused before it left; it is given out again at once.
  ///
  /// @param reason an ISO 20022 status reason code
  public void refused(Payout payout, String reason) {
    change(payout, (head, taken) -> head.reject(payout.id(), reason, reissue(payout, taken)));
  }

  /// It came back, which also says that it had left; it is given out again at once. A crash between
  /// the two changes leaves it paid, and the repetition gives it back.
  ///
  /// @param reason an ISO 20022 return reason code
  public void returned(Payout payout, String reason) {
    paid(payout);
    change(payout, (head, taken) -> head.giveBack(payout.id(), reason, reissue(payout, taken)));
  }

  private Reissue reissue(Payout payout, Taken taken) {
    BankCalendar calendar = calendars.inForce().of(payout.head().currency());
    return new Reissue(taken, calendar.firstAfter(taken.day()), accounts.of(payout));
  }

  private void change(Payout payout, BiFunction<Payables, Taken, Optional<Change>> decide) {
    boolean done = false;
    while (!done) {
      done = openDay.within(taken -> changeOnce(payout, decide, taken));
    }
  }

  /// False if the head changed meanwhile and the answer is to be taken again.
  private boolean changeOnce(
      Payout payout, BiFunction<Payables, Taken, Optional<Change>> decide, Taken taken) {
    Stored read = head(payout);
    Optional<Change> change = decide.apply(read.payables(), taken);
    if (change.isEmpty()) {
      return true;
    }
    if (!payables.replace(read, change.get())) {
      return false;
    }
    change.get().instructed().ifPresent(reissue -> payouts.insertMissing(List.of(reissue)));
    return true;
  }

  private Stored head(Payout payout) {
    return payables
        .find(payout.head())
        .orElseThrow(() -> new IllegalStateException("no payables of " + payout.head()));
  }
}
