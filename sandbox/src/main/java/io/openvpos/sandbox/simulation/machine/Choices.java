package io.openvpos.sandbox.simulation.machine;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/// Everything that is left open in a run, decided one after another: by a seed, or as recorded. A
/// choice that is not recorded takes 0, which is always the calm alternative: go on, no fault, no
/// wait. So a run is a function of its recorded choices, and leaving some out makes it calmer.
public final class Choices {

  private final @Nullable SplittableRandom random;
  private final Map<Integer, Integer> recorded;
  private final Map<Fault, Integer> faults = new EnumMap<>(Fault.class);
  private final int faultRate;
  private final int switchPercent;
  private boolean calm;
  private int next;

  private Choices(@Nullable SplittableRandom random, Map<Integer, Integer> recorded) {
    this.random = random;
    this.recorded = new HashMap<>(recorded);
    // Swarm: some runs are mostly calm, some are wild; some switch at every step.
    faultRate = choose(new int[] {3, 1, 2, 4, 8}, 5);
    switchPercent = choose(new int[] {20, 5, 50}, 3);
  }

  /// By a seed, and recorded.
  public static Choices seeded(long seed) {
    return new Choices(new SplittableRandom(seed), Map.of());
  }

  /// As another run recorded them, or some of them.
  public static Choices replaying(Map<Integer, Integer> recorded) {
    return new Choices(null, recorded);
  }

  private int choose(int[] of, int count) {
    return of[upTo(count)];
  }

  /// Every choice so far that was not the calm one, by its place.
  public Map<Integer, Integer> recorded() {
    return Map.copyOf(recorded);
  }

  /// How often each fault struck.
  public Map<Fault, Integer> faults() {
    return faults;
  }

  /// From here on nothing goes wrong.
  void calmDown() {
    calm = true;
  }

  /// A number from 0 to `bound` - 1.
  public int upTo(int bound) {
    return draw(bound, 100);
  }

  boolean switchNow() {
    return draw(2, calm ? 20 : switchPercent * 2) == 1;
  }

  /// Whether the fault strikes here. Asked only where it can.
  public boolean strikes(Fault fault) {
    if (calm || drawOneIn(fault.oneIn() * faultRate) == 0) {
      return false;
    }
    faults.merge(fault, 1, Integer::sum);
    return true;
  }

  private int drawOneIn(int places) {
    int place = next++;
    if (random == null) {
      return recorded.getOrDefault(place, 0);
    }
    return record(place, random.nextInt(places) == 0 ? 1 : 0);
  }

  private int draw(int bound, int percent) {
    int place = next++;
    if (random == null) {
      return Math.min(recorded.getOrDefault(place, 0), bound - 1);
    }
    return record(
        place, percent == 100 || random.nextInt(100) < percent ? random.nextInt(bound) : 0);
  }

  private int record(int place, int chosen) {
    if (chosen != 0) {
      recorded.put(place, chosen);
    }
    return chosen;
  }
}
