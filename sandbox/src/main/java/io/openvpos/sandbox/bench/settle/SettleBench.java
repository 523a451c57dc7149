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
    return plan.lines().stream().allMatch(this::closes);
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
      out.printf(
          Locale.ROOT,
          "%,9d lines: started %.1f s, cut %.1f, paid %.1f, closed %.1f, reported %.1f s;"
              + " %,.0f lines/s; processor %.1f s (service %.1f, store %.1f, broker %.1f),"
              + " %.3f s for 1,000 lines; heap after collections at most %d MB%n",
          lines,
          ready,
          cut,
          paid,
          closed,
          reported,
          lines / reported,
          spent.seconds(),
          spent.service().toMillis() / 1e3,
          spent.store().toMillis() / 1e3,
          spent.broker().toMillis() / 1e3,
          spent.seconds() * 1_000 / lines,
          heap.mostMebibytes());
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
