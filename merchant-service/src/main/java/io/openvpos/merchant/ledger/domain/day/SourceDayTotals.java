package io.openvpos.merchant.ledger.domain.day;

import io.openvpos.merchant.ledger.domain.hold.HoldTotal;
import java.util.List;
import java.util.Optional;

/// What one business day came to in one source partition.
///
/// @param entries of the entries that it caused
/// @param holds of the facts about holds; empty if not every one of the day was counted
public record SourceDayTotals(List<DayTotal> entries, Optional<List<HoldTotal>> holds) {

  public SourceDayTotals {
    entries = List.copyOf(entries);
  }
}
