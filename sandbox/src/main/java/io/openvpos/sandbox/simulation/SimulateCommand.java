package io.openvpos.sandbox.simulation;

import io.openvpos.sandbox.simulation.Simulation.Outcome;
import io.openvpos.sandbox.simulation.machine.Fault;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Runs the simulation: the nightly check, and the replay of one seed.
@Command(
    name = "simulate",
    description = "Run the whole seam deterministically under faults, one run a seed.")
public final class SimulateCommand implements Callable<Integer> {

  @Option(names = "--seeds", description = "How many seeds (default: ${DEFAULT-VALUE}).")
  private long seeds = 100_000;

  @Option(names = "--first-seed", description = "The first of them (default: ${DEFAULT-VALUE}).")
  private long firstSeed = 1;

  @Option(names = "--seed", description = "Run this one seed and print its trace.")
  private @Nullable Long seed;

  @Override
  public Integer call() throws InterruptedException {
    Quiet.services();
    if (seed != null) {
      Outcome outcome = Simulation.run(seed);
      return outcome.failure() == null ? fine(outcome) : told(outcome);
    }
    long start = System.nanoTime();
    Campaign campaign = Campaign.run(firstSeed, seeds);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.print(campaign.summary());
    System.out.printf("%.0f s, %.1f seeds/s%n", seconds, campaign.seeds() / seconds);
    Outcome failed = campaign.failed();
    if (failed != null) {
      return told(failed);
    }
    List<Fault> missing = campaign.missing();
    missing.forEach(fault -> System.out.println("FAILED: never struck: " + fault));
    return missing.isEmpty() ? 0 : 1;
  }

  private static int fine(Outcome outcome) throws InterruptedException {
    Outcome traced = Simulation.traced(outcome);
    traced.trace().forEach(System.out::println);
    System.out.println("every promise held in " + outcome.steps() + " steps");
    return 0;
  }

  private static int told(Outcome failed) throws InterruptedException {
    System.out.println(explained(failed));
    return 1;
  }

  /// Why a run failed: its seed, and the trace of the shortest run that fails.
  static String explained(Outcome failed) throws InterruptedException {
    Outcome shrunk = Shrinker.shrink(failed);
    return "seed "
        + failed.seed()
        + " FAILED: "
        + failed.failure()
        + "\nshrunk from "
        + failed.steps()
        + " to "
        + shrunk.steps()
        + " steps:\n"
        + String.join("\n", shrunk.trace())
        + "\nagain with -Dseed="
        + failed.seed()
        + " or simulate --seed "
        + failed.seed();
  }
}
