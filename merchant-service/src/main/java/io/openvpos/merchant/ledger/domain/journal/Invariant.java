package io.openvpos.merchant.ledger.domain.journal;

/// Refuses what can never be right. Nothing is written and the partition of the record stops.
public final class Invariant {

  private Invariant() {}

  public static void check(boolean holds, String broken) {
    if (!holds) {
      throw new IllegalStateException(broken);
    }
  }
}
