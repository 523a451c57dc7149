package io.openvpos.sandbox.bench.settle;

import io.openvpos.sandbox.bench.Machine;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.settlement.batch.domain.Figures;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
import io.openvpos.settlement.report.job.JobStore;
import io.openvpos.settlement.report.job.ReportJob;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.context.ConfigurableApplicationContext;

/// Closes days of captured payments from the topics, one run for each size, and prints lines a
/// second and the most memory that was in use after a collection. Broker, store and registry are
/// processes of their own; the memory is that of settlement-service.
public final class SettleBench {

  private static final Duration CLOSES_WITHIN = Duration.ofMinutes(30);
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final SettlePlan plan;
  private final PrintStream out;
  private final List<Row> rows = new ArrayList<>();

  public SettleBench(SettlePlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /// Measures and prints; true if every day closed and is what was traded.
  public boolean run() {
    System.setProperty("org.springframework.boot.logging.LoggingSystem", "none");
    System.setProperty("sandbox.logs", plan.data().resolve("logs").toString());
    out.printf(Locale.ROOT, "machine     %s%n", Machine.here());
    out.printf(Locale.ROOT, "seed        %d%n", plan.seed());
    out.printf(
        Locale.ROOT, "merchants   %,d, one of them with 30 %% of the lines%n", plan.merchants());
    boolean all = true;
    for (int lines : plan.lines()) {
      all &= closes(lines);
    }
    out.println(Row.HEAD);
    rows.forEach(out::println);
    return all;
  }

  private boolean closes(int lines) {
    Path data = plan.data().resolve(String.valueOf(lines));
    new DataFolder(data).open(true);
    try (Ground ground = Ground.start(data)) {
      LocalDate day = firstDay(ground);
      try (LedgerLog log = new LedgerLog(ground.bootstrapServers(), ground.registryUrl());
          ClosingEntries _ =
              new ClosingEntries(ground.bootstrapServers(), ground.registryUrl(), log)) {
        TradedDay traded = new TradedDay(log, day, plan.merchants(), plan.seed());
        traded.write(lines);
        return measured(ground, day, lines, traded.written());
      }
    }
  }

  /// The service opens the first day itself.
  private static LocalDate firstDay(Ground ground) {
    try (ConfigurableApplicationContext service = ground.settlement()) {
      return service.getBean(DaySequencer.class).current().openDay();
    }
  }

  private boolean measured(Ground ground, LocalDate day, int lines, Figures traded) {
    long from = System.nanoTime();
    Spent before = Spent.on(ground);
    try (HeapWatch heap = new HeapWatch();
        ConfigurableApplicationContext service = ground.settlement()) {
      double ready = seconds(from);
      service.getBean(DaySequencer.class).close(day);
      DayLog days = service.getBean(DayLog.class);
      double cut = waited(from, () -> day(days, day).filter(BusinessDay::isCut).isPresent());
      double paid = waited(from, () -> day(days, day).filter(BusinessDay::isPaid).isPresent());
      double closed =
          waited(from, () -> day(days, day).filter(one -> one.closedAt() != null).isPresent());
      JobStore jobs = service.getBean("reportJobStore", JobStore.class);
      double reported = waited(from, () -> isOver(jobs, day));
      Spent spent = Spent.on(ground).since(before);
      Row row = new Row(lines, ready, cut, paid, closed, reported, spent, heap.mostMebibytes());
      rows.add(row);
      out.println(row);
      return new ClosedDay(service, day, plan.data(), out).is(lines, traded);
    }
  }

  private static boolean isOver(JobStore jobs, LocalDate day) {
    return jobs.find(ReportJob.make(day, day).id()).filter(one -> one.job().isOver()).isPresent();
  }

  private static Optional<BusinessDay> day(DayLog days, LocalDate day) {
    return days.find(day);
  }

  private static double waited(long from, BooleanSupplier reached) {
    if (!Waiting.until(CLOSES_WITHIN, LOOK_EVERY, reached)) {
      throw new IllegalStateException("the day is not closed within " + CLOSES_WITHIN);
    }
    return seconds(from);
  }

  private static double seconds(long from) {
    return (System.nanoTime() - from) / 1e9;
  }
}
