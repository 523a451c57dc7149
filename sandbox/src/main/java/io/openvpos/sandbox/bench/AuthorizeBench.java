package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import io.openvpos.sandbox.verify.Verify;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Map;

/// Starts a platform on empty data, measures its store, then automatic sales over HTTP, waits until
/// all of them are settlement's, and verifies the books.
public final class AuthorizeBench {

  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);
  private static final Duration STORE_WARM_UP = Duration.ofSeconds(10);

  private final BenchPlan plan;
  private final BenchReport report;
  private final PrintStream out;

  public AuthorizeBench(BenchPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
    this.report = new BenchReport(out);
  }

  /// Measures and prints; true if all twelve invariants hold afterwards.
  public boolean run() {
    report.head(plan, Machine.here());
    new DataFolder(plan.data()).open(true);
    System.setProperty("sandbox.logs", plan.data().resolve("logs").toString());
    try (Platform platform = Platform.start(plan.data(), Ports.free(), Map.of())) {
      return run(platform);
    }
  }

  private boolean run(Platform platform) {
    String store = platform.evidence().mongoUri();
    double bare =
        plan.bareStore().isZero() ? 0 : new BareStore(store).rate(STORE_WARM_UP, plan.bareStore());
    report.bareStore(bare);
    Traffic traffic = new Traffic(BenchShops.open(platform, plan.shops()), plan.seed());
    try (Backlog backlog = new Backlog(store)) {
      Load load = new Load(new OpenLoop(plan.mostInFlight()), traffic, backlog, report);
      load.warmUp(plan);
      LoadResult result =
          plan.isSearch() ? load.search() : load.run(new ArrivalSchedule(plan.rate(), plan.load()));
      long behind = load.behind();
      report.result(result, bare);
      report.drained(behind, load.drain(DRAINED_WITHIN), load.behind());
    }
    return Verify.print(platform.evidence(), out);
  }
}
