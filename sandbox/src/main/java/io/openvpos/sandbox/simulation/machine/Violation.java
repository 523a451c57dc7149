package io.openvpos.sandbox.simulation.machine;

/// A promise of the platform that did not hold.
public final class Violation extends Error {

  private static final long serialVersionUID = 1L;

  public Violation(String promise) {
    super(promise);
  }

  /// Fails the run unless the promise holds.
  public static void unless(boolean holds, String promise) {
    if (!holds) {
      throw new Violation(promise);
    }
  }
}
