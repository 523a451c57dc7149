package io.openvpos.settlement.reconciliation.domain;

import org.jspecify.annotations.Nullable;

/// An item of ours, one of theirs, or both, and how they stand to each other.
public record Pair(MatchClass match, @Nullable Item ours, @Nullable Item theirs) {

  /// The item that names the pair: ours if there is one.
  public Item named() {
    if (ours != null) {
      return ours;
    }
    if (theirs != null) {
      return theirs;
    }
    throw new IllegalStateException("a pair of nothing");
  }
}
