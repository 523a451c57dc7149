package io.openvpos.sandbox;

import io.openvpos.sandbox.chaos.ChaosPlan;
import io.openvpos.sandbox.chaos.ChaosRun;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Breaks a platform of its own in every way while shops buy, and proves that no money was lost.
@Command(
    name = "chaos",
    description = "Break a platform of its own, process by process, while shops buy; then verify.")
final class ChaosCommand implements Callable<Integer> {

  @Option(names = "--minutes", description = "Length of the faults (default: ${DEFAULT-VALUE}).")
  private double minutes = 5;

  @Option(names = "--seed", description = "Of faults and shops (default: ${DEFAULT-VALUE}).")
  private long seed = 42;

  @Option(names = "--faults", description = "At least so many (default: ${DEFAULT-VALUE}).")
  private int faults = 100;

  @Option(names = "--rate", description = "Visits a second (default: ${DEFAULT-VALUE}).")
  private int rate = 5;

  @Option(names = "--data", description = "Wiped first (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("target/chaos-data");

  @Override
  public Integer call() {
    Duration length = Duration.ofMillis(Math.round(minutes * 60_000));
    ChaosPlan plan = new ChaosPlan(length, seed, faults, rate, data);
    return new ChaosRun(plan, System.out).run() ? 0 : 1;
  }
}
