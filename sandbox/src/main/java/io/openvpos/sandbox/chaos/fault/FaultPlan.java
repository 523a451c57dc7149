package io.openvpos.sandbox.chaos.fault;

import io.openvpos.sandbox.chaos.fault.FaultKind.Lane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// All faults of a run, in order, by the seed alone. Every five minutes have each kind at least
/// once; the targets of a kind take turns, beginning where the seed says.
public final class FaultPlan {

  private static final double MINUTES_A_ROUND = 5;

  private final List<PlannedFault> processes = new ArrayList<>();
  private final List<PlannedFault> lines = new ArrayList<>();

  /// @param atLeast more faults of the lines are added until there are so many
  public FaultPlan(long seed, double minutes, int atLeast) {
    Random random = new Random(seed);
    int rounds = Math.max(1, (int) Math.round(minutes / MINUTES_A_ROUND));
    for (int round = 0; round < rounds; round++) {
      addRound(random);
    }
    List<FaultKind> cheap =
        Arrays.stream(FaultKind.values()).filter(kind -> kind.lane() == Lane.LINES).toList();
    while (size() < atLeast) {
      FaultKind kind = cheap.get(random.nextInt(cheap.size()));
      lines.add(new PlannedFault(kind, target(kind, random.nextInt(kind.targets().size()))));
    }
  }

  private void addRound(Random random) {
    List<PlannedFault> ofProcesses = new ArrayList<>();
    List<PlannedFault> ofLines = new ArrayList<>();
    for (FaultKind kind : FaultKind.values()) {
      int first = random.nextInt(kind.targets().size());
      for (int i = 0; i < kind.inFiveMinutes(); i++) {
        PlannedFault planned = new PlannedFault(kind, target(kind, first + i));
        (kind.lane() == Lane.PROCESSES ? ofProcesses : ofLines).add(planned);
      }
    }
    Collections.shuffle(ofProcesses, random);
    Collections.shuffle(ofLines, random);
    processes.addAll(ofProcesses);
    lines.addAll(ofLines);
  }

  private static String target(FaultKind kind, int turn) {
    return kind.targets().get(turn % kind.targets().size());
  }

  public List<PlannedFault> lane(Lane lane) {
    return List.copyOf(lane == Lane.PROCESSES ? processes : lines);
  }

  public int size() {
    return processes.size() + lines.size();
  }
}
