package io.openvpos.sandbox;

import io.openvpos.sandbox.attack.AttackKind;
import io.openvpos.sandbox.attack.AttackPlan;
import io.openvpos.sandbox.attack.AttackReport;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Attacks with cards, with and without rules in force.
@Command(
    name = "attack",
    description = "Attack shops with stolen and made-up cards, without rules and with them.")
final class AttackCommand implements Callable<Integer> {

  @Option(names = "--cards", description = "Of each attack (default: ${DEFAULT-VALUE}).")
  private int cards = 500;

  @Option(names = "--good", description = "Good sales beside each (default: ${DEFAULT-VALUE}).")
  private int good = 1_000;

  @Option(
      names = "--attack",
      description = "One of ${COMPLETION-CANDIDATES}; may be repeated (default: all).")
  private List<AttackKind> kinds = List.of(AttackKind.values());

  @Option(names = "--seed", description = "Of everything drawn (default: ${DEFAULT-VALUE}).")
  private long seed = 2027;

  @Option(names = "--data", description = "A new folder (default: ${DEFAULT-VALUE}).")
  private Path data = Path.of("target/attack-data");

  @Override
  public Integer call() {
    new AttackReport(new AttackPlan(cards, good, seed), kinds, System.out).run(data);
    return 0;
  }
}
