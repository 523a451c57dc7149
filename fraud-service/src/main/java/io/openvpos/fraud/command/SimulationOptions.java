package io.openvpos.fraud.command;

import io.openvpos.fraud.simulator.Simulation;
import java.time.LocalDate;
import picocli.CommandLine.Option;

/// What is simulated; without options, what the shipped model is trained on.
final class SimulationOptions {

  @Option(
      names = "--seed",
      description = "The same seed gives the same payments (${DEFAULT-VALUE}).")
  private long seed = 2026;

  @Option(names = "--from", description = "First day (${DEFAULT-VALUE}).")
  private LocalDate from = Simulation.Setting.FIRST_DAY;

  @Option(names = "--days", description = "Days (${DEFAULT-VALUE}).")
  private int days = 86;

  @Option(names = "--cards", description = "Honest cards (${DEFAULT-VALUE}).")
  private int cards = 2_000;

  @Option(names = "--merchants", description = "Merchants (${DEFAULT-VALUE}).")
  private int merchants = 2_000;

  Simulation.Setting setting() {
    return new Simulation.Setting(seed, from, days, cards, merchants);
  }
}
