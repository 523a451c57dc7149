package io.openvpos.merchant.ledger.domain.posting;

import io.openvpos.merchant.ledger.domain.journal.HeadKey;
import io.openvpos.merchant.ledger.domain.journal.Invariant;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Something that happened to a merchant's money, as another service stated it.
///
/// @param eventId made once by its writer; a resend carries the same
/// @param stampedDay the business day that its writer stamped
/// @param sale present exactly on movements that become batch lines
public record Fact(
    String eventId,
    HeadKey head,
    LocalDate stampedDay,
    Instant at,
    Movement movement,
    @Nullable Sale sale) {

  public Fact {
    Invariant.check(
        movement.type().batchLine() == (sale != null), "batch lines name a sale: " + eventId);
  }
}
