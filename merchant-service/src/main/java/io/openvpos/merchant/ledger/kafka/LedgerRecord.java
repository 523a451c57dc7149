package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.domain.posting.Fact;
import java.time.Instant;
import java.time.LocalDate;

/// What a record means to the ledger.
sealed interface LedgerRecord {

  record Posts(Fact fact) implements LedgerRecord {}

  /// A day's marker.
  ///
  /// @param at the marker's own time
  record DayEnded(LocalDate day, Instant at) implements LedgerRecord {}

  /// Holds, releases of holds and refusals move no money.
  record PostsNothing() implements LedgerRecord {}
}
