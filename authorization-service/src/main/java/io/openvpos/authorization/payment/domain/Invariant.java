package io.openvpos.authorization.payment.domain;

/// Asserts what the code believes. A failure is a defect, never a rejection: nothing is written.
final class Invariant {

  private Invariant() {}

  static void check(boolean holds, String belief) {
    if (!holds) {
      throw new IllegalStateException("broken invariant: " + belief);
    }
  }
}
