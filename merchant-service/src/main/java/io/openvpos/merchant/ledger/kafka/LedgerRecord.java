package io.openvpos.merchant.ledger.kafka;

import io.openvpos.merchant.ledger.domain.posting.Fact;
import java.time.Instant;
import java.time.LocalDate;

/// What a record means to the ledger.
sealed interface LedgerRecord {

  record Posts(Fact fact) implements LedgerRecord {}

  /// Two entries in two heads of one merchant, each balanced by itself. A crash between the two
  /// leaves the record to be delivered again, and each half finds out whether it is there.
  record Converts(Fact out, Fact in) implements LedgerRecord {}

  /// A day's marker.
  ///
  /// @param at the marker's own time
  record DayEnded(LocalDate day, Instant at) implements LedgerRecord {}

  /// Holds, releases of holds and refusals move no money.
  record PostsNothing() implements LedgerRecord {}
}
