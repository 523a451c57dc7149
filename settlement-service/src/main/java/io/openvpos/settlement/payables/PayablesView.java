package io.openvpos.settlement.payables;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.money.Mode;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.Due;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.payables.domain.DayToCome;
import io.openvpos.settlement.payables.domain.Forecast;
import io.openvpos.settlement.payables.domain.Owed;
import io.openvpos.settlement.payout.domain.HeldPayouts;
import io.openvpos.settlement.payout.domain.Payables;
import io.openvpos.settlement.payout.domain.PayablesStore;
import io.openvpos.settlement.payout.domain.PaymentDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Reads what is owed and forecasts what will be paid. A merchant's days to come are read with it;
/// of all merchants together only what closed days made due, for the lines of a whole open day are
/// too many to be read for a look.
public final class PayablesView {

  private static final List<String> CURRENCIES = List.of("EUR", "GBP", "TRY", "USD");

  private final Stores stores;
  private final DaySequencer days;
  private final BankCalendars calendars;
  private final HeldPayouts held;

  /// What is read.
  public record Stores(PayablesStore payables, BatchStore batches, LineStore lines) {}

  /// Payouts of one mode and currency on one payment day.
  ///
  /// @param settlementCurrency what it will be converted into; empty if it is paid as it stands
  /// @param payouts how many heads
  public record Expected(
      LocalDate date,
      Mode mode,
      String currency,
      Optional<String> settlementCurrency,
      long amount,
      int payouts) {

    Expected plus(Expected other) {
      return new Expected(
          date,
          mode,
          currency,
          settlementCurrency,
          Math.addExact(amount, other.amount),
          payouts + other.payouts);
    }
  }

  public PayablesView(Stores stores, DaySequencer days, BankCalendars calendars, HeldPayouts held) {
    this.stores = stores;
    this.days = days;
    this.calendars = calendars;
    this.held = held;
  }

  /// The payment days of the first day that is not closed.
  public PaymentDays nextPaymentDays() {
    BusinessDaySequence sequence = days.current();
    return sequence
        .closingDay()
        .map(closing -> PaymentDays.after(closing.day(), frozen(closing)))
        .orElseGet(() -> PaymentDays.after(sequence.openDay(), calendars.inForce()));
  }

  private CurrencyCalendars frozen(BusinessDaySequence.Closing closing) {
    return calendars.of(closing.terms().calendars());
  }

  /// Why nothing is paid out to the merchant; empty while it is.
  public Optional<String> hold(String merchantId) {
    return Optional.ofNullable(held.merchants().get(merchantId));
  }

  /// Whether the merchant is closed: it is paid what there is, however little.
  public boolean isClosed(String merchantId) {
    return held.closed().contains(merchantId);
  }

  /// The merchant's heads that are owed anything or owe.
  public List<Owed> of(String merchantId, Collection<Mode> modes) {
    BusinessDaySequence sequence = days.current();
    Optional<String> hold = hold(merchantId);
    boolean closed = isClosed(merchantId);
    List<Owed> found = new ArrayList<>();
    for (Mode mode : modes) {
      for (String currency : CURRENCIES) {
        Head head = new Head(merchantId, mode, currency);
        Payables payables =
            stores
                .payables()
                .find(head)
                .map(PayablesStore.Stored::payables)
                .orElseGet(() -> Payables.none(head));
        Owed owed = new Owed(payables, toCome(sequence, head), hold, closed);
        if (!owed.isNothing()) {
          found.add(owed);
        }
      }
    }
    return found;
  }

  /// A merchant's calendar, its days to come with it.
  public List<Expected> calendar(
      String merchantId, Collection<Mode> modes, LocalDate from, LocalDate to) {
    Calendar calendar = new Calendar(from, to);
    of(merchantId, modes).forEach(calendar::add);
    return calendar.all();
  }

  /// Everybody's calendar, by what closed days made due.
  public List<Expected> calendar(LocalDate from, LocalDate to) {
    Map<String, String> holds = held.merchants();
    Set<String> closed = held.closed();
    Calendar calendar = new Calendar(from, to);
    stores
        .payables()
        .forEach(head ->
            calendar.add(
                new Owed(
                    head,
                    List.of(),
                    Optional.ofNullable(holds.get(head.head().merchantId())),
                    closed.contains(head.head().merchantId()))));
    return calendar.all();
  }

  private List<DayToCome> toCome(BusinessDaySequence sequence, Head head) {
    List<DayToCome> toCome = new ArrayList<>();
    sequence
        .closingDay()
        .ifPresent(closing -> toCome.add(day(closing.day(), head, frozen(closing))));
    toCome.add(day(sequence.openDay(), head, calendars.inForce()));
    return toCome;
  }

  private DayToCome day(LocalDate day, Head head, CurrencyCalendars byCurrency) {
    String batchId = BatchId.of(day, head);
    BankCalendar calendar = byCurrency.of(head.currency());
    return new DayToCome(
        day,
        PaymentDays.after(day, byCurrency),
        stores.batches().find(batchId).or(() -> draft(day, head, batchId, calendar)));
  }

  private Optional<Batch> draft(LocalDate day, Head head, String batchId, BankCalendar calendar) {
    Iterator<Line> lines = stores.lines().ofBatch(batchId);
    if (!lines.hasNext()) {
      return Optional.empty();
    }
    BatchDraft draft = new BatchDraft(day, head, calendar);
    lines.forEachRemaining(draft::add);
    return Optional.of(draft.finish());
  }

  /// Adds forecasts up by day, mode and currency.
  private final class Calendar {
    private final LocalDate from;
    private final LocalDate to;
    private final LocalDate openDay = days.current().openDay();
    private final Map<String, Expected> all = new TreeMap<>();

    Calendar(LocalDate from, LocalDate to) {
      this.from = from;
      this.to = to;
    }

    void add(Owed owed) {
      Head head = owed.head().head();
      Optional<String> converted = Optional.ofNullable(owed.terms().settlementCurrency());
      for (Due due : Forecast.of(owed, openDay, calendars.inForce(), to)) {
        if (!due.valueDate().isBefore(from)) {
          Expected one =
              new Expected(
                  due.valueDate(), head.mode(), head.currency(), converted, due.amount(), 1);
          all.merge(
              "%s %s %s %s"
                  .formatted(
                      due.valueDate(), head.mode().code(), head.currency(), converted.orElse("")),
              one,
              Expected::plus);
        }
      }
    }

    List<Expected> all() {
      return List.copyOf(all.values());
    }
  }
}
