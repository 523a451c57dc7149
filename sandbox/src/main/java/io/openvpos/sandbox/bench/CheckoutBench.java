package io.openvpos.sandbox.bench;

import io.openvpos.sandbox.client.Reply;
import io.openvpos.sandbox.platform.DataFolder;
import io.openvpos.sandbox.platform.Platform;
import io.openvpos.sandbox.platform.Ports;
import io.openvpos.sandbox.scenario.Shop;
import io.openvpos.sandbox.verify.Verify;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/// Starts a platform on empty data, weighs the payment page, loads pages of open sessions, then
/// opens and pays sessions, and verifies the books.
public final class CheckoutBench {

  private static final int MOST_IN_FLIGHT = 5_000;
  private static final int OPEN_SESSIONS = 50;
  private static final Duration DRAINED_WITHIN = Duration.ofMinutes(10);

  private final CheckoutPlan plan;
  private final PrintStream out;
  private final OpenLoop loop = new OpenLoop(MOST_IN_FLIGHT);

  public CheckoutBench(CheckoutPlan plan, PrintStream out) {
    this.plan = plan;
    this.out = out;
  }

  /// Measures and prints; true if all twelve invariants hold afterwards.
  public boolean run() {
    out.printf(Locale.ROOT, "machine     %s%n", Machine.here());
    out.printf(
        Locale.ROOT,
        "load        open loop, %d shops, %d s each, warm-up %d s; seed %d%n",
        plan.shops(),
        plan.load().toSeconds(),
        plan.warmUp().toSeconds(),
        plan.seed());
    new DataFolder(plan.data()).open(true);
    System.setProperty("sandbox.logs", plan.data().resolve("logs").toString());
    try (Platform platform = Platform.start(plan.data(), Ports.free(), Map.of())) {
      List<Shop> shops = BenchShops.open(platform, plan.shops());
      List<String> open = openSessions(shops);
      out.printf(Locale.ROOT, "page        %s%n", PageWeight.of(open.getFirst()));
      measure("pages", plan.pageRate(), pages(open));
      long captured = measure("sessions", plan.rate(), new CheckoutTraffic(shops, plan.seed()));
      try (Backlog backlog = new Backlog(platform.evidence().mongoUri())) {
        Duration took = backlog.drain(captured, DRAINED_WITHIN);
        out.printf(
            Locale.ROOT,
            "drained     %d left after %.1f s%n",
            backlog.sales(captured),
            took.toMillis() / 1e3);
      }
      return Verify.print(platform.evidence(), out);
    }
  }

  private static List<String> openSessions(List<Shop> shops) {
    List<String> urls = new ArrayList<>();
    for (int i = 0; i < OPEN_SESSIONS; i++) {
      Reply opened =
          CheckoutTraffic.open(shops.get(i % shops.size()), 12_990, "BP-" + i, "page-" + i);
      urls.add(opened.expect(201).path("url").asString());
    }
    return urls;
  }

  private static Supplier<Arrival> pages(List<String> urls) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      String url = urls.get(next.getAndIncrement() % urls.size());
      return () -> PayerVisit.look(url);
    };
  }

  /// How many were good, those of the warm-up too.
  private long measure(String what, int rate, Supplier<Arrival> source) {
    LoadResult warm = loop.run(new ArrivalSchedule(rate, plan.warmUp()), source);
    LoadResult result = loop.run(new ArrivalSchedule(rate, plan.load()), source);
    out.printf(
        Locale.ROOT,
        "%-11s %d/s offered: %.1f/s, %d errors, %s%n",
        what,
        rate,
        result.throughput(),
        result.failed(),
        result.latency());
    result
        .errors()
        .forEach((error, count) -> out.printf(Locale.ROOT, "            %d x %s%n", count, error));
    out.printf(
        Locale.ROOT,
        "            started %s late; CPU %.2f of %d cores, generator included%n",
        result.startLag(),
        result.cpuCores(),
        Runtime.getRuntime().availableProcessors());
    return warm.captured() + result.captured();
  }
}
