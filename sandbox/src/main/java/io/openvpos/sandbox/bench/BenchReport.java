package io.openvpos.sandbox.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/// What a person reads of the run, as it goes on.
final class BenchReport {

  private final PrintStream out;

  BenchReport(PrintStream out) {
    this.out = out;
  }

  void head(BenchPlan plan, Machine machine) {
    out.printf(Locale.ROOT, "machine     %s%n", machine);
    out.printf(
        Locale.ROOT,
        "load        open loop, automatic sales at %d shops, %s, warm-up %d s, in flight <= %d%n",
        plan.shops(),
        plan.isSearch()
            ? "search in steps of 20 s"
            : plan.rate() + "/s for " + plan.load().toSeconds() + " s",
        plan.warmUp().toSeconds(),
        plan.mostInFlight());
    out.printf(Locale.ROOT, "seed        %d%n", plan.seed());
  }

  void bareStore(double rate) {
    if (rate > 0) {
      out.printf(
          Locale.ROOT, "bare store  %.0f insert + compare-and-set sequences/s, 64 clients%n", rate);
    }
  }

  void step(String what, LoadResult result) {
    out.printf(
        Locale.ROOT,
        "%-11s %d/s: %.1f/s captured, %d errors, %s%n",
        what,
        result.offered(),
        result.throughput(),
        result.failed(),
        result.latency());
    errors(result);
  }

  void result(LoadResult result, double bare) {
    out.println();
    out.printf(
        Locale.ROOT,
        "offered     %d/s, %d arrivals, %d captured%n",
        result.offered(),
        result.arrivals(),
        result.captured());
    out.printf(Locale.ROOT, "throughput  %.1f/s captured%n", result.throughput());
    out.printf(Locale.ROOT, "errors      %d%n", result.failed());
    errors(result);
    out.printf(Locale.ROOT, "unassessed  %d, risk did not answer in time%n", result.unassessed());
    out.printf(Locale.ROOT, "latency     %s%n", result.latency());
    out.printf(Locale.ROOT, "started     %s late%n", result.startLag());
    out.printf(
        Locale.ROOT,
        "CPU         %.2f of %d cores, %.2f ms a sale, generator included%n",
        result.cpuCores(),
        Runtime.getRuntime().availableProcessors(),
        result.cpuMillisEach());
    if (bare > 0) {
      out.printf(Locale.ROOT, "ratio       %.2f of the bare store%n", result.throughput() / bare);
    }
  }

  void drained(long behind, Duration took, long left) {
    out.printf(Locale.ROOT, "backlog     %d sales at the end of the load%n", behind);
    if (left > 0) {
      out.printf(
          Locale.ROOT,
          "drained     NOT: %d sales have no line after %d s%n",
          left,
          took.toSeconds());
    } else {
      out.printf(Locale.ROOT, "drained     in %.1f s%n", took.toMillis() / 1e3);
    }
    out.println();
  }

  private void errors(LoadResult result) {
    result
        .errors()
        .forEach((error, count) -> out.printf(Locale.ROOT, "            %d x %s%n", count, error));
  }
}
