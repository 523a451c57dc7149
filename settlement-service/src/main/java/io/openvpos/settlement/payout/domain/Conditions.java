package io.openvpos.settlement.payout.domain;

import io.openvpos.settlement.fx.domain.RateTable;
import java.util.Optional;
import java.util.Set;

/// Under what every head takes a day in. Frozen when the first one does, so all of them, any
/// instance and any repetition go by the same.
///
/// @param held the merchants that are paid nothing
/// @param closed merchants: they are paid what there is, however little
/// @param rates by which foreign money is converted; empty if there is no table, or only an old one
public record Conditions(Set<String> held, Set<String> closed, Optional<RateTable> rates) {

  /// Everybody is paid, nothing is converted.
  public static final Conditions NONE = new Conditions(Set.of(), Set.of(), Optional.empty());

  public Conditions {
    held = Set.copyOf(held);
    closed = Set.copyOf(closed);
  }

  /// Where no merchant is closed.
  public Conditions(Set<String> held, Optional<RateTable> rates) {
    this(held, Set.of(), rates);
  }
}
