package io.openvpos.settlement.fakes;

import java.util.SplittableRandom;
import java.util.function.Supplier;

/// Kills a caller before or after a write that the store has taken or not, by seed.
public final class Faults {

  /// What a killed caller sees.
  public static final class Killed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Killed() {
      super("killed");
    }
  }

  private final SplittableRandom random;
  private final int oneIn;
  private int killAt;
  private int hit;

  private Faults(SplittableRandom random, int oneIn) {
    this.random = random;
    this.oneIn = oneIn;
  }

  public static Faults none() {
    return new Faults(new SplittableRandom(1), 0);
  }

  /// About one write in `oneIn` goes wrong.
  public static Faults seeded(long seed, int oneIn) {
    return new Faults(new SplittableRandom(seed), oneIn);
  }

  /// The one write step with this number is not survived, counted from 1; every write has two
  /// steps, before and after it took effect.
  public static Faults at(int step) {
    Faults faults = new Faults(new SplittableRandom(1), 0);
    faults.killAt = step;
    return faults;
  }

  public int hit() {
    return hit;
  }

  <T> T around(Supplier<T> write) {
    strike();
    T result = write.get();
    strike();
    return result;
  }

  void around(Runnable write) {
    strike();
    write.run();
    strike();
  }

  private void strike() {
    if (killAt > 0 && --killAt == 0) {
      hit++;
      throw new Killed();
    }
    if (oneIn > 0 && random.nextInt(oneIn) == 0) {
      hit++;
      throw new Killed();
    }
  }
}
