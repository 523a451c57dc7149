package io.openvpos.sandbox.bench.settle;

import io.openvpos.sandbox.bench.Machine;
import io.openvpos.sandbox.chaos.process.Waiting;
import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.settlement.businessday.DaySequencer;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import io.openvpos.settlement.businessday.domain.DayLog;
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

  /// Measures and prints; true if every day closed.
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
        new TradedDay(log, day, plan.merchants(), plan.seed()).write(lines);
        return measured(ground, day, lines);
      }
    }
  }

  /// The service opens the first day itself.
  private static LocalDate firstDay(Ground ground) {
    try (ConfigurableApplicationContext service = ground.settlement()) {
      return service.getBean(DaySequencer.class).current().openDay();
    }
  }

  private boolean measured(Ground ground, LocalDate day, int lines) {
    long from = System.nanoTime();
    try (HeapWatch heap = new HeapWatch();
        ConfigurableApplicationContext service = ground.settlement()) {
      double ready = seconds(from);
      service.getBean(DaySequencer.class).close(day);
      DayLog days = service.getBean(DayLog.class);
      double cut = waited(from, () -> day(days, day).filter(BusinessDay::isCut).isPresent());
      double paid = waited(from, () -> day(days, day).filter(BusinessDay::isPaid).isPresent());
      double closed =
          waited(from, () -> day(days, day).filter(one -> one.closedAt() != null).isPresent());
      out.printf(
          Locale.ROOT,
          "%,9d lines: started %.1f s, cut %.1f s, paid %.1f s, closed %.1f s; %,.0f lines/s;"
              + " heap after collections at most %d MB%n",
          lines,
          ready,
          cut,
          paid,
          closed,
          lines / closed,
          heap.mostMebibytes());
    }
    return true;
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
