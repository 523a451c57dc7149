package io.openvpos.sandbox.simulation;

import io.openvpos.sandbox.simulation.Simulation.Outcome;
import io.openvpos.sandbox.simulation.machine.Fault;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Many runs, one a seed, side by side: runs share nothing. Ends with the first that fails.
public final class Campaign {

  private final Map<Fault, Long> faults = new EnumMap<>(Fault.class);
  private long seeds;
  private long steps;
  private long operations;
  private long daysClosed;
  private @Nullable Outcome failed;

  private Campaign() {}

  public static Campaign run(long firstSeed, long seeds) throws InterruptedException {
    Campaign campaign = new Campaign();
    AtomicLong next = new AtomicLong(firstSeed);
    AtomicBoolean over = new AtomicBoolean();
    int workers = Runtime.getRuntime().availableProcessors();
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      List<Future<?>> running = new ArrayList<>();
      for (int worker = 0; worker < workers; worker++) {
        running.add(
            threads.submit(() -> {
              for (long seed = next.getAndIncrement();
                  seed < firstSeed + seeds && !over.get();
                  seed = next.getAndIncrement()) {
                Outcome outcome = Simulation.run(seed);
                campaign.add(outcome);
                if (outcome.failure() != null) {
                  over.set(true);
                }
              }
              return null;
            }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("a run could not be made", e);
    }
    return campaign;
  }

  private synchronized void add(Outcome outcome) {
    seeds++;
    steps += outcome.steps();
    operations += outcome.operations();
    daysClosed += outcome.daysClosed();
    outcome.faults().forEach((fault, count) -> faults.merge(fault, (long) count, Long::sum));
    if (outcome.failure() != null) {
      failed = outcome;
    }
  }

  /// The run that failed; null if every promise held in all of them.
  public @Nullable Outcome failed() {
    return failed;
  }

  /// The kinds of fault that never struck: what they would have shown is not known.
  public List<Fault> missing() {
    return List.of(Fault.values()).stream().filter(fault -> !faults.containsKey(fault)).toList();
  }

  public long seeds() {
    return seeds;
  }

  /// The figures in a few lines.
  public String summary() {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            "%,d seeds, %,d steps, %,d requests, %,d days closed, %,d faults:%n",
            seeds,
            steps,
            operations,
            daysClosed,
            faults.values().stream().mapToLong(count -> count).sum()));
    for (Fault fault : Fault.values()) {
      text.append(String.format("  %-14s %,12d%n", fault, faults.getOrDefault(fault, 0L)));
    }
    return text.toString();
  }
}
