package io.openvpos.settlement.report.settlement;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.Head;
import io.openvpos.settlement.batch.domain.LineStore;
import io.openvpos.settlement.batch.domain.ValueDates;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.payout.domain.Conversion;
import io.openvpos.settlement.payout.domain.ConversionStore;
import io.openvpos.settlement.payout.domain.Payout;
import io.openvpos.settlement.payout.domain.PayoutId;
import io.openvpos.settlement.payout.domain.PayoutStore;
import io.openvpos.settlement.report.LinePages;
import io.openvpos.settlement.report.domain.Cell;
import io.openvpos.settlement.report.domain.Fact;
import io.openvpos.settlement.report.domain.Report;
import io.openvpos.settlement.report.domain.ReportKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the settlement detail report of a batch. Everything in it was stored once, before its day
/// was closed: the lines, the batch, the cut-off, the payout with the name and account it went to.
/// What may change, as the merchant's name today, is not asked. See docs/decisions/0033.
public final class SettlementReports {

  private final LineStore lines;
  private final PayoutStore payouts;
  private final ConversionStore conversions;
  private final Balances balances;
  private final BankCalendars calendars;

  /// Where nothing is converted.
  public SettlementReports(
      LineStore lines, PayoutStore payouts, Balances balances, BankCalendars calendars) {
    this(lines, payouts, ConversionStore.NONE, balances, calendars);
  }

  public SettlementReports(
      LineStore lines,
      PayoutStore payouts,
      ConversionStore conversions,
      Balances balances,
      BankCalendars calendars) {
    this.lines = lines;
    this.payouts = payouts;
    this.conversions = conversions;
    this.balances = balances;
    this.calendars = calendars;
  }

  /// The report of a batch.
  ///
  /// @param day its own, closed
  public Report of(Batch batch, BusinessDay day) {
    Instant cutOffAt = day.cutOffAt();
    if (cutOffAt == null || day.closedAt() == null) {
      throw new IllegalStateException(day.day() + " is not closed");
    }
    Optional<Payout> payout = payouts.find(PayoutId.of(batch.head(), batch.day(), 0));
    List<Conversion> converted = converted(batch);
    Balance balance =
        balances.of(batch, payout.map(Payout::amount).orElse(0L), net(converted, batch.head()));
    ValueDates valueDates =
        new ValueDates(calendars.version(batch.calendarVersion()), batch.earliestValueDate());
    DetailRows rows = new DetailRows(batch, cutOffAt, valueDates, payout);
    return new Report(
        ReportKind.SETTLEMENT,
        batch.id(),
        batch.day(),
        head(batch, cutOffAt, payout),
        DetailColumns.ALL,
        () -> new DetailBody(new LinePages(lines, batch), rows, balance, converted));
  }

  /// Those of its day into its head or out of it, by event id.
  private List<Conversion> converted(Batch batch) {
    Head head = batch.head();
    return conversions.of(head.merchantId(), batch.day()).stream()
        .filter(one -> one.from().equals(head) || one.to().equals(head))
        .toList();
  }

  private static long net(List<Conversion> converted, Head head) {
    return converted.stream()
        .mapToLong(one -> one.from().equals(head) ? -one.sold() : one.bought())
        .reduce(0, Math::addExact);
  }

  private static List<Fact> head(Batch batch, Instant cutOffAt, Optional<Payout> payout) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("batch_id", Cell.text(batch.id())));
    facts.add(Fact.of("merchant_id", Cell.text(batch.head().merchantId())));
    facts.add(Fact.of("mode", Cell.text(batch.head().mode().code())));
    facts.add(Fact.of("currency", Cell.text(batch.head().currency())));
    facts.add(Fact.of("sales_day", Cell.day(batch.day())));
    facts.add(Fact.of("cut_off", Cell.moment(cutOffAt)));
    facts.add(Fact.of("calendar_version", Cell.text(batch.calendarVersion())));
    payout.ifPresent(paid -> {
      facts.add(Fact.of("merchant_name", Cell.text(paid.beneficiary().name())));
      facts.add(Fact.of("payout_id", Cell.text(paid.id())));
      facts.add(Fact.of("execution_date", Cell.day(paid.executionDate())));
      facts.add(Fact.of("iban_masked", Cell.text(DetailRows.masked(paid.beneficiary().iban()))));
    });
    return facts;
  }
}
