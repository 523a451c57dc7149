package io.openvpos.settlement.closing;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.calendar.CurrencyCalendars;
import io.openvpos.settlement.batch.BatchCutter;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchStore;
import io.openvpos.settlement.batch.domain.DayTotals;
import io.openvpos.settlement.batch.domain.MarkStore;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Closed;
import io.openvpos.settlement.businessday.domain.BusinessDaySequence.Closing;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.businessday.domain.DayTerms;
import io.openvpos.settlement.payout.PayoutFiles;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.DayToFile;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.payout.domain.PaymentDays;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.report.Sha256;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings the closing day one step further each time it is asked:
///
/// 1. cut: all marks are here and agree with the lines → batches
/// 2. pay: every payables head takes the day in → payouts
/// 3. close: every batch close, payout, reserve movement and conversion of the close is a journal
///    entry → the day's certificates, then closed
/// 4. file: the closed day's files become due at the bank
///
/// What a step did is read from the store each time, so a crash between any two writes is repaired
/// by asking again, and two instances asking at once do the same things.
public final class DayCloser {

  private static final Logger LOGGER = LoggerFactory.getLogger(DayCloser.class);

  /// What the steps read and change.
  public record Stores(
      DayLog days,
      MarkStore marks,
      BatchStore batches,
      PayoutStore payouts,
      ConversionStore conversions) {

    /// Where nothing is converted.
    public Stores(DayLog days, MarkStore marks, BatchStore batches, PayoutStore payouts) {
      this(days, marks, batches, payouts, ConversionStore.NONE);
    }
  }

  /// What each step is done by.
  public record Steps(BatchCutter cutter, PayoutFolder folder, PayoutFiles files) {}

  private final DaySequencer sequencer;
  private final Stores stores;
  private final Steps steps;
  private final BankCalendars calendars;
  private final int partitions;
  private final DayEnd end;
  private @Nullable LocalDate filed;

  /// What is done once all of a day is back from the ledger, before the day is called closed. It is
  /// repeated if anything goes wrong.
  public interface DayEnd {
    /// Everything of the day is a journal entry.
    ///
    /// @param awaited the event ids of the day's closing entries
    void reached(Closing closing, String digest, Set<String> awaited);
  }

  /// Without anything done at the end.
  public DayCloser(
      DaySequencer sequencer, Stores stores, Steps steps, BankCalendars calendars, int partitions) {
    this(sequencer, stores, steps, calendars, partitions, (closing, digest, awaited) -> {});
  }

  /// @param partitions the platform's money partition count
  public DayCloser(
      DaySequencer sequencer,
      Stores stores,
      Steps steps,
      BankCalendars calendars,
      int partitions,
      DayEnd end) {
    this.sequencer = sequencer;
    this.stores = stores;
    this.steps = steps;
    this.calendars = calendars;
    this.partitions = partitions;
    this.end = end;
  }

  /// True if a day closed: there may be more to do at once.
  public boolean step() {
    sequencer.lookAfter();
    BusinessDaySequence sequence = sequencer.current();
    sequence.lastClosedDay().ifPresent(this::file);
    return sequence.closingDay().map(this::advance).orElse(false);
  }

  private boolean advance(Closing closing) {
    BusinessDay day = record(closing.day());
    return (day.isCut() || cut(closing)) && (day.isPaid() || pay(closing)) && close(closing);
  }

  private boolean cut(Closing closing) {
    OptionalInt batches =
        steps.cutter().cut(closing.day(), closing.cutOffAt(), calendars(closing), partitions);
    batches.ifPresent(count -> {
      stores.days().cut(closing.day(), count);
      LOGGER.info("business day {} is cut: {} batches", closing.day(), count);
    });
    return batches.isPresent();
  }

  private boolean pay(Closing closing) {
    PaymentDays paymentDays = PaymentDays.after(closing.day(), calendars(closing));
    List<Batch> batches = stores.batches().ofDay(closing.day());
    Optional<List<Payout>> payouts =
        steps.folder().fold(new DayToFold(closing.day(), closing.cutOffAt(), paymentDays), batches);
    payouts.ifPresent(all -> {
      DayTotals totals = new DayTotals();
      batches.forEach(totals::add);
      all.forEach(payout ->
          totals.addPayout(payout.head().mode(), payout.head().currency(), payout.amount()));
      stores.days().paid(closing.day(), all.size(), totals.all());
      LOGGER.info("business day {} is paid: {} payouts", closing.day(), all.size());
    });
    return payouts.isPresent();
  }

  private boolean close(Closing closing) {
    List<Batch> batches = stores.batches().ofDay(closing.day());
    Set<String> awaited = new HashSet<>();
    batches.forEach(batch -> awaited.add(Batch.eventId(batch.id())));
    stores
        .payouts()
        .ofClose(closing.day())
        .forEach(payout -> awaited.add(Payout.instructedEventId(payout.id())));
    awaited.addAll(stores.payouts().reserveEventsOf(closing.day()));
    stores.conversions().ofDay(closing.day()).forEach(one -> awaited.addAll(one.entryEventIds()));
    if (!stores.marks().posted(awaited).containsAll(awaited)) {
      return false;
    }
    String digest = Sha256.ofDigests(batches.stream().map(Batch::digest).toList());
    end.reached(closing, digest, awaited);
    sequencer.finish(closing.day(), digest);
    LOGGER.info("business day {} is closed: {}", closing.day(), digest);
    return true;
  }

  /// Once for each closed day and start of this instance; the files are insert-once.
  private void file(Closed closed) {
    if (!closed.day().equals(filed)) {
      DayTerms terms =
          record(closed.day())
              .frozenTerms()
              .orElseThrow(() -> new IllegalStateException(closed.day() + " closed without terms"));
      steps.files().fileClosedDay(new DayToFile(closed.day(), closed.cutOffAt(), terms.debtor()));
      filed = closed.day();
    }
  }

  /// Those that were in force when the close was accepted, whatever is by now.
  private CurrencyCalendars calendars(Closing closing) {
    return calendars.of(closing.terms().calendars());
  }

  private BusinessDay record(LocalDate day) {
    return stores
        .days()
        .find(day)
        .orElseThrow(() -> new IllegalStateException("no record of " + day));
  }
}
