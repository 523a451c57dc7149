package io.openvpos.settlement.fakes;

import io.openvpos.calendar.BankCalendars;
import io.openvpos.settlement.batch.domain.Batch;
import io.openvpos.settlement.batch.domain.BatchDraft;
import io.openvpos.settlement.batch.domain.BatchId;
import io.openvpos.settlement.batch.domain.Line;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.payout.PayoutFolder;
import io.openvpos.settlement.payout.domain.Beneficiaries;
import io.openvpos.settlement.payout.domain.DayToFold;
import io.openvpos.settlement.report.job.JobDesk;
import io.openvpos.settlement.report.job.JobRunner;
import io.openvpos.settlement.report.job.ReportLibrary;
import io.openvpos.settlement.report.settlement.Balances;
import io.openvpos.settlement.report.settlement.SettlementReports;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/// Days that are cut, paid and closed by the real parts over stores in memory, and the reports of
/// them.
public final class ClosedDays {

  private static final ZoneId ISTANBUL = ZoneId.of("Europe/Istanbul");

  public final InMemoryStores stores;
  public final InMemoryReports reports;
  public final BankCalendars calendars = new BankCalendars("tr-1");
  private final Beneficiaries payees;

  public ClosedDays(Beneficiaries payees) {
    this(payees, Faults.none());
  }

  public ClosedDays(Beneficiaries payees, Faults reportFaults) {
    this.payees = payees;
    stores = new InMemoryStores(Faults.none());
    reports = new InMemoryReports(stores, reportFaults);
  }

  /// Closes a day with these lines, as its midnight came.
  public void close(LocalDate day, List<Line> lines) {
    Instant cutOffAt = day.plusDays(1).atStartOfDay(ISTANBUL).toInstant();
    stores.lineStore().insertMissing(lines);
    Map<String, BatchDraft> drafts = new TreeMap<>();
    lines.forEach(line ->
        drafts
            .computeIfAbsent(
                BatchId.of(day, line.head()),
                _ -> new BatchDraft(day, line.head(), calendars.current()))
            .add(line));
    List<Batch> batches = drafts.values().stream().map(BatchDraft::finish).toList();
    batches.forEach(batch -> stores.batchStore().insert(batch, cutOffAt));
    var _ =
        new PayoutFolder(stores.payablesStore(), stores.payoutStore(), payees)
            .fold(new DayToFold(day, cutOffAt, calendars.current().firstAfter(day)), batches)
            .orElseThrow();
    stores.dayLog().opened(day, cutOffAt);
    stores.dayLog().closing(day, cutOffAt, Terms.TERMS);
    stores.dayLog().closed(day, cutOffAt.plusSeconds(5), "digest");
  }

  public BusinessDay day(LocalDate day) {
    return stores.dayLog().find(day).orElseThrow();
  }

  public ReportLibrary library() {
    return new ReportLibrary(
        stores.lineStore(),
        stores.batchStore(),
        new SettlementReports(
            stores.lineStore(),
            stores.payoutStore(),
            new Balances(reports.balanceStore()),
            calendars));
  }

  public JobDesk desk() {
    return new JobDesk(stores.dayLog(), reports.jobStore());
  }

  public JobRunner runner(String name, LongSupplier nanos) {
    return new JobRunner(
        name,
        library(),
        new JobRunner.Stores(
            stores.dayLog(), stores.batchStore(), reports.fileSetStore(), reports.jobStore()),
        new JobRunner.Time(
            Clock.fixed(Instant.parse("2026-12-01T00:00:00Z"), ZoneOffset.UTC),
            nanos,
            Duration.ofSeconds(30)));
  }
}
