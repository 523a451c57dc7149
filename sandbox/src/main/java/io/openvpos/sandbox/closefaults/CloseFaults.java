package io.openvpos.sandbox.closefaults;

import io.openvpos.sandbox.closefaults.DisturbedClose.Outcome;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Closes one traded day undisturbed and under each disturbance, and prints how the files compare.
public final class CloseFaults {

  /// What is traded.
  public record Plan(int visits, long seed) {}

  private final Path data;
  private final Plan plan;
  private final PrintStream out;

  /// @param data a folder of its own, which has to be new
  public CloseFaults(Path data, Plan plan, PrintStream out) {
    this.data = data;
    this.plan = plan;
    this.out = out;
  }

  /// True if each disturbance happened and left the same files and sound books.
  public boolean run(List<Disturbance> disturbances) {
    Path traded = data.resolve("traded");
    String day = TradedDay.in(traded, plan.visits(), plan.seed());
    DisturbedClose close = new DisturbedClose(traded, day);
    Outcome undisturbed = close.run(data.resolve("undisturbed"), Disturbance.none());
    undisturbed.broken().forEach(broken -> out.println("  " + broken));
    out.printf("%s, seed %d, %d payments%n", day, plan.seed(), plan.visits());
    out.printf("%-54s %-8s %-13s %-10s %s%n", "what", "struck", "same digests", "invariants", "s");
    boolean good = undisturbed.broken().isEmpty() && undisturbed.digests().size() > 1;
    int number = 0;
    for (Disturbance disturbance : disturbances) {
      Path folder = data.resolve("close-" + ++number);
      boolean same = compare(close, folder, disturbance, undisturbed.digests());
      good &= same;
      if (same) {
        wipe(folder);
      }
    }
    out.printf(
        "%d files compared in each of %d closes: %s%n",
        undisturbed.digests().size(), number, good ? "all the same" : "NOT all the same");
    return good;
  }

  private boolean compare(
      DisturbedClose close, Path folder, Disturbance disturbance, SortedMap<String, String> first) {
    long start = System.nanoTime();
    Outcome outcome;
    try {
      outcome = close.run(folder, disturbance);
    } catch (RuntimeException e) {
      out.printf("%-54s FAILED   %s%n", disturbance.name(), e.getMessage());
      return false;
    }
    boolean same = outcome.digests().equals(first);
    boolean sound = outcome.broken().isEmpty();
    out.printf(
        "%-54s %-8s %-13s %-10s %d%n",
        disturbance.name(),
        outcome.struck() ? "yes" : "NO",
        same ? "yes" : "NO",
        sound ? "hold" : "BROKEN",
        Duration.ofNanos(System.nanoTime() - start).toSeconds());
    outcome.broken().forEach(broken -> out.println("  " + broken));
    if (!same) {
      differences(first, outcome.digests());
    }
    out.flush();
    return outcome.struck() && same && sound;
  }

  private void differences(Map<String, String> first, Map<String, String> second) {
    TreeSet<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.stream()
        .filter(name -> !Objects.equals(first.get(name), second.get(name)))
        .forEach(name -> out.println("  differs: " + name));
  }

  private static void wipe(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
