package io.openvpos.settlement.explain;

import io.openvpos.calendar.BankCalendar;
import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.SeqRange;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.PayoutStore;
import java.util.Optional;

/// Explains the lines of closed batches from what is frozen in them.
public final class LineExplanations {

  private final LineStore lines;
  private final PayoutStore payouts;
  private final ConversionStore conversions;
  private final BankCalendars calendars;

  /// A line and all that its amounts and dates come from.
  ///
  /// @param payout of the day's own close, if that paid the head anything: a line that is due later
  ///   goes into the payout of a later day
  /// @param conversion of the day's own close, where that sold the head's money for lira
  public record Explained(
      Line line,
      Batch batch,
      ValueDateSteps valueDate,
      Optional<Payout> payout,
      Optional<Conversion> conversion) {

    /// What is held back of all of the batch: a reserve is of the batch, not of a line.
    public long batchReserve() {
      return batch.reserve().of(batch.figures().net());
    }
  }

  /// Where nothing is converted.
  public LineExplanations(LineStore lines, PayoutStore payouts, BankCalendars calendars) {
    this(lines, payouts, ConversionStore.NONE, calendars);
  }

  public LineExplanations(
      LineStore lines, PayoutStore payouts, ConversionStore conversions, BankCalendars calendars) {
    this.lines = lines;
    this.payouts = payouts;
    this.conversions = conversions;
    this.calendars = calendars;
  }

  /// Empty if the batch has no line of that number.
  public Optional<Explained> explain(Batch batch, long seq) {
    if (batch.entries().stream().noneMatch(range -> contains(range, seq))) {
      return Optional.empty();
    }
    BankCalendar calendar = calendars.version(batch.calendarVersion());
    return lines
        .find(batch.id(), seq)
        .map(line -> {
          ValueDateSteps steps = ValueDateSteps.of(line, calendar, batch.earliestValueDate());
          Optional<Payout> payout =
              steps.isDueOn(calendar.firstAfter(batch.day()))
                  ? payouts.find(PayoutId.of(batch.head(), batch.day(), 0))
                  : Optional.empty();
          // Lira moves on the bank's own days, whatever was sold for it.
          BankCalendar bank = calendars.home(batch.calendarVersion());
          Optional<Conversion> conversion =
              steps.isDueOn(bank.firstAfter(batch.day())) ? conversionOf(batch) : Optional.empty();
          return new Explained(line, batch, steps, payout, conversion);
        });
  }

  private Optional<Conversion> conversionOf(Batch batch) {
    return conversions.of(batch.head().merchantId(), batch.day()).stream()
        .filter(one -> one.from().equals(batch.head()))
        .findFirst();
  }

  private static boolean contains(SeqRange range, long seq) {
    return range.from() <= seq && seq <= range.to();
  }
}
