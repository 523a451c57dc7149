package io.openvpos.settlement.batch.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A journal entry with its legs, where no line tells them: closes, payouts, reserves, adjustments.
///
/// @param eventId of its cause
/// @param day the business day that it is posted under
/// @param type as the ledger writes it: `batch_close`, `payout_confirmed`, …
/// @param legs by account, debits positive, in minor units; they sum to zero
/// @param at the broker's time of its record, so a replay of the log says the same
public record Posted(
    String eventId,
    String entryId,
    LocalDate day,
    Head head,
    String type,
    Map<String, Long> legs,
    Instant at) {

  public Posted {
    legs = new TreeMap<>(legs);
    if (legs.values().stream().reduce(0L, Math::addExact) != 0) {
      throw new IllegalStateException("entry " + entryId + " does not sum to zero: " + legs);
    }
  }

  /// What moves on one account; 0 if it is not touched.
  public long on(String account) {
    return Objects.requireNonNullElse(legs.get(account), 0L);
  }
}
