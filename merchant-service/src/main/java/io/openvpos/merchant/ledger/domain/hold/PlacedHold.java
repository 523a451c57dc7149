package io.openvpos.merchant.ledger.domain.hold;

import java.time.LocalDate;

/// A fact and where it stands in its source partition.
///
/// @param day the business day that it counts under, by the same rule as an entry
public record PlacedHold(HoldFact fact, long offset, LocalDate day) {

  /// Whether the day that it says had ended where it stands.
  public boolean late() {
    return !day.equals(fact.stampedDay());
  }

  /// Of two records of one event the one that stands first.
  public PlacedHold first(PlacedHold other) {
    return other.offset < offset ? other : this;
  }
}
