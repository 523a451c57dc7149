package io.openvpos.settlement.payout.life;

import io.openvpos.settlement.batch.domain.Head;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A payout and what happened to it.
///
/// @param date the business day it was instructed on
/// @param amount in minor units
/// @param iban whom it goes to, as it was instructed; empty until that event is read
/// @param steps oldest first
public record PayoutLife(
    String id,
    Head head,
    LocalDate date,
    long amount,
    String iban,
    String beneficiary,
    @Nullable LocalDate executionDate,
    List<Step> steps) {

  /// One event of it.
  ///
  /// @param salesDay the business day that was open then
  /// @param reason an ISO 20022 code, of what was rejected or returned
  public record Step(LifeStatus status, LocalDate salesDay, Instant at, @Nullable String reason) {}

  public PayoutLife {
    steps = List.copyOf(steps);
  }

  public LifeStatus status() {
    return steps.isEmpty() ? LifeStatus.INSTRUCTED : steps.getLast().status();
  }
}
