package io.openvpos.sandbox.simulation;

import io.openvpos.sandbox.simulation.Simulation.Outcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Makes a failing run shorter: leaves requests out, then choices, as long as the run still fails.
/// A choice that is left out becomes the calm one.
final class Shrinker {

  /// Replays; each costs about what a run does.
  private static final int MOST_REPLAYS = 600;

  private final long seed;
  private final Set<Integer> leftOut = new HashSet<>();
  private Map<Integer, Integer> choices;
  private int replays;

  private Shrinker(Outcome failed) {
    seed = failed.seed();
    choices = failed.choices();
  }

  /// The shortest failing run that was found, with its trace.
  static Outcome shrink(Outcome failed) throws InterruptedException {
    Shrinker shrinker = new Shrinker(failed);
    shrinker.leaveRequestsOut();
    shrinker.leaveChoicesOut();
    shrinker.leaveRequestsOut();
    return Simulation.replay(failed.seed(), shrinker.choices, shrinker.leftOut, true);
  }

  private void leaveRequestsOut() throws InterruptedException {
    int all = Plan.of(seed, Set.of()).size();
    for (int number = all - 1; number >= 0; number--) {
      if (leftOut.add(number) && !fails(choices)) {
        leftOut.remove(number);
      }
    }
  }

  /// Delta debugging: ever smaller pieces of the choices are tried without.
  private void leaveChoicesOut() throws InterruptedException {
    List<Integer> places = new ArrayList<>(new TreeMap<>(choices).keySet());
    for (int piece = places.size() / 2; piece >= 1; piece /= 2) {
      for (int from = places.size() - piece; from >= 0; from -= piece) {
        List<Integer> left = new ArrayList<>(places);
        left.subList(from, from + piece).clear();
        Map<Integer, Integer> fewer = new TreeMap<>(choices);
        fewer.keySet().retainAll(left);
        if (fails(fewer)) {
          choices = fewer;
          places = left;
        }
      }
    }
  }

  private boolean fails(Map<Integer, Integer> tried) throws InterruptedException {
    if (replays >= MOST_REPLAYS) {
      return false;
    }
    replays++;
    return Simulation.replay(seed, tried, leftOut, false).failure() != null;
  }
}
