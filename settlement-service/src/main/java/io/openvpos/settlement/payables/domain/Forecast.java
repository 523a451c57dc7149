package io.openvpos.settlement.payables.domain;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.PayoutTerms;
import io.openvpos.settlement.payout.domain.Beneficiary;
import io.openvpos.settlement.payout.domain.Conditions;
import io.openvpos.settlement.payout.domain.DayShare;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.Payables.Change;
import io.openvpos.settlement.payout.domain.PaymentDays;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// When a head will be paid what, if nothing more is sold, given back or held: the days to come are
/// taken in by the very rules of the close. What is to be converted stands in its own currency,
/// since nobody knows the rates to come.
public final class Forecast {

  /// Nobody is asked where to pay what is not paid.
  private static final Beneficiary NOBODY = new Beneficiary("", "");

  /// No holidays are longer, so a bank day follows within the calendar.
  private static final int MARGIN_DAYS = 15;

  private final CurrencyCalendars calendars;
  private final BankCalendar calendar;
  private final String paidIn;
  private final LocalDate last;
  private final Conditions conditions;
  private final List<Due> payouts = new ArrayList<>();
  private Payables head;

  private Forecast(Owed owed, CurrencyCalendars calendars, LocalDate last) {
    paidIn = owed.paidIn();
    calendar = calendars.of(paidIn);
    // No other currency's: their tables may end sooner.
    this.calendars = new CurrencyCalendars(calendars.home(), Map.of(paidIn, calendar));
    this.last = last;
    head = owed.head().paidBy(inOwnCurrency(owed.terms()));
    Set<String> merchant = Set.of(head.head().merchantId());
    conditions =
        new Conditions(
            owed.hold().isPresent() ? merchant : Set.of(),
            owed.closed() ? merchant : Set.of(),
            Optional.empty());
  }

  /// The payouts by payment day, up to `last`.
  ///
  /// @param openDay the day that takes sales now: no earlier one is still to come but those given
  /// @param calendars by which days will be closed that are not given
  public static List<Due> of(
      Owed owed, LocalDate openDay, CurrencyCalendars calendars, LocalDate last) {
    Forecast forecast = new Forecast(owed, calendars, last);
    owed.toCome().forEach(day -> forecast.take(day.day(), day.paymentDays(), share(day.batch())));
    forecast.comingDays(openDay);
    return forecast.payouts.stream().filter(due -> !due.valueDate().isAfter(last)).toList();
  }

  /// Only days by whose payment day more has become due can pay more.
  private void comingDays(LocalDate openDay) {
    LocalDate paid = calendar.firstAfter(openDay);
    if (!head.hasFolded(openDay)) {
      take(openDay);
    }
    while (true) {
      NavigableSet<LocalDate> dates = new TreeSet<>();
      head.dues().forEach(due -> dates.add(due.valueDate()));
      head.reserved().forEach(due -> dates.add(due.valueDate()));
      LocalDate next = dates.higher(paid);
      if (next == null
          || next.isAfter(last)
          || next.isAfter(calendar.to().minusDays(MARGIN_DAYS))) {
        return;
      }
      paid = calendar.onOrAfter(next);
      take(paid.minusDays(1));
    }
  }

  private void take(LocalDate day) {
    take(day, PaymentDays.after(day, calendars), DayShare.NONE);
  }

  /// The head stands in its own currency, but its money moves when that does which it is paid in.
  private void take(LocalDate day, PaymentDays days, DayShare share) {
    LocalDate paymentDay = days.of(paidIn);
    DayToFold closing =
        new DayToFold(
            day,
            Instant.EPOCH,
            new PaymentDays(days.earliest(), Map.of(head.head().currency(), paymentDay)));
    Optional<Change> change = head.fold(closing, share, conditions, () -> NOBODY);
    change.ifPresent(taken -> {
      taken.instructed().ifPresent(paid -> payouts.add(new Due(paymentDay, paid.amount())));
      head = taken.next();
    });
  }

  private static DayShare share(Optional<Batch> batch) {
    return batch
        .map(one -> new DayShare(one.dues(), one.reserve(), PayoutTerms.NONE, 0))
        .orElse(DayShare.NONE);
  }

  /// A conversion knows no minimum: that is for what it brings.
  private static PayoutTerms inOwnCurrency(PayoutTerms terms) {
    return terms.settlementCurrency() == null
        ? terms
        : new PayoutTerms(terms.contractVersion(), null, 0);
  }
}
