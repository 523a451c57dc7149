package io.openvpos.sandbox.bench;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/// The loads of one run, one after another on the same platform.
final class Load {

  private static final int SEARCH_FROM = 50;
  private static final Duration STEP = Duration.ofSeconds(20);
  private static final Duration STEP_DRAINED_WITHIN = Duration.ofMinutes(2);

  /// Rates of the warm-up, as parts of the whole: a cold platform under the full rate would start
  /// with a pile of unanswered sales.
  private static final int[] WARM_UP_PARTS = {4, 2, 1};

  private final OpenLoop loop;
  private final Supplier<Arrival> traffic;
  private final Backlog backlog;
  private final BenchReport report;
  private long captured;

  Load(OpenLoop loop, Supplier<Arrival> traffic, Backlog backlog, BenchReport report) {
    this.loop = loop;
    this.traffic = traffic;
    this.backlog = backlog;
    this.report = report;
  }

  void warmUp(BenchPlan plan) {
    int rate = plan.isSearch() ? 2 * SEARCH_FROM : plan.rate();
    Duration each = plan.warmUp().dividedBy(WARM_UP_PARTS.length);
    for (int part : WARM_UP_PARTS) {
      LoadResult result = run(new ArrivalSchedule(Math.max(1, rate / part), each));
      report.step("warm-up", result);
    }
  }

  LoadResult run(ArrivalSchedule schedule) {
    LoadResult result = loop.run(schedule, traffic);
    captured += result.captured();
    return result;
  }

  /// The result of the highest rate that holds; of the first if none does.
  LoadResult search() {
    Map<Integer, LoadResult> results = new HashMap<>();
    int highest =
        RateSearch.highest(
            SEARCH_FROM,
            rate -> {
              LoadResult result = run(new ArrivalSchedule(rate, STEP));
              results.put(rate, result);
              report.step(result.holds() ? "holds" : "too much", result);
              drain(STEP_DRAINED_WITHIN);
              return result.holds();
            });
    LoadResult found = results.get(highest == 0 ? SEARCH_FROM : highest);
    if (found == null) {
      throw new IllegalStateException("the search tried nothing");
    }
    return found;
  }

  /// Captured sales that are not settlement's yet.
  long behind() {
    return backlog.sales(captured);
  }

  Duration drain(Duration patience) {
    return backlog.drain(captured, patience);
  }
}
