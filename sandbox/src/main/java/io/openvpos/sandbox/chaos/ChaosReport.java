package io.openvpos.sandbox.chaos;

import com.sun.management.OperatingSystemMXBean;
import io.openvpos.sandbox.chaos.fault.FaultRecord;
import io.openvpos.sandbox.chaos.load.AskedAgain;
import io.openvpos.sandbox.verify.Verdict;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// Tells a person about a run, as it goes and in the end.
final class ChaosReport {

  private static final String ROW = "  %-42s %7s %6s %8s %17s %17s";

  private final PrintStream out;
  private int over;

  ChaosReport(PrintStream out) {
    this.out = out;
  }

  void head(ChaosPlan plan, int faults) {
    line("seed %d".formatted(plan.seed()));
    line(
        "%d faults in %.0f minutes, %d visits a second, on %d cores and %d MB"
            .formatted(
                faults,
                plan.minutes(),
                plan.rate(),
                Runtime.getRuntime().availableProcessors(),
                memoryMebibytes()));
  }

  private static long memoryMebibytes() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize()
        >> 20;
  }

  void line(String text) {
    out.println(text);
    out.flush();
  }

  synchronized void fault(FaultRecord done) {
    over++;
    Duration recovered = done.recovered();
    line(
        "%4d  %-42s %-14s %-9s %3d failed, well again %s"
            .formatted(
                over,
                done.planned().name(),
                done.planned().target().toLowerCase(Locale.ROOT),
                done.fired() ? "" : "NOT FIRED",
                done.failed(),
                recovered == null ? "NOT IN TIME" : "after " + seconds(recovered)));
  }

  /// A table by kind; true if everything planned was seen to happen and to be over again.
  boolean faults(List<FaultRecord> records) {
    Map<String, List<FaultRecord>> byKind = new TreeMap<>();
    for (FaultRecord one : records) {
      byKind.computeIfAbsent(one.planned().name(), _ -> new ArrayList<>()).add(one);
    }
    line("");
    line(ROW.formatted("fault", "planned", "fired", "failed", "error window", "recovery"));
    line(ROW.formatted("", "", "", "requests", "median / max", "median / max"));
    byKind.forEach(this::row);
    long fired = records.stream().filter(FaultRecord::fired).count();
    long well = records.stream().filter(one -> one.recovered() != null).count();
    line(ROW.formatted("all", records.size(), fired, "", "", ""));
    return fired == records.size() && well == records.size();
  }

  private void row(String name, List<FaultRecord> records) {
    line(
        ROW.formatted(
            name,
            records.size(),
            records.stream().filter(FaultRecord::fired).count(),
            records.stream().mapToLong(FaultRecord::failed).sum(),
            medianAndMax(records.stream().map(FaultRecord::errorWindow).toList()),
            medianAndMax(
                records.stream()
                    .map(one -> one.recovered() == null ? Duration.ofDays(1) : one.recovered())
                    .toList())));
  }

  private static String medianAndMax(List<Duration> durations) {
    List<Duration> sorted = durations.stream().sorted().toList();
    return seconds(sorted.get(sorted.size() / 2)) + " / " + seconds(sorted.getLast());
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1e3);
  }

  void operations(Map<String, Long> outcomes, long visits, long turnedAway) {
    line("");
    line(
        "%d visits, %d of them turned away, %d requests sent"
            .formatted(
                visits, turnedAway, outcomes.values().stream().mapToLong(Long::longValue).sum()));
    outcomes.forEach((outcome, count) -> line("  %-50s %7d".formatted(outcome, count)));
  }

  void quiet(Duration after, List<String> restless) {
    line("");
    line("quiet %s after the load ended".formatted(seconds(after)));
    restless.forEach(what -> line("  NOT AT REST: %s".formatted(what)));
  }

  boolean askedAgain(AskedAgain asked, List<String> unsettled) {
    line(
        "%d calls had no answer: %d not executed, %d completely; all asked again"
            .formatted(asked.absent() + asked.complete(), asked.absent(), asked.complete()));
    asked.faults().forEach(fault -> line("  FAIL %s".formatted(fault)));
    unsettled.forEach(path -> line("  FAIL %s is not settled".formatted(path)));
    return asked.faults().isEmpty() && unsettled.isEmpty();
  }

  /// A line for each; true if all hold.
  boolean verdicts(String about, List<Verdict> verdicts) {
    line("");
    line(about);
    verdicts.forEach(verdict -> line(verdict.toString()));
    return verdicts.stream().allMatch(Verdict::ok);
  }
}
