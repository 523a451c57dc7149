package io.openvpos.settlement.businessday.domain;

import io.openvpos.settlement.batch.domain.DayTotal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What is known of one day. Each part appears once and never changes: cut-off and terms when the
/// close is asked for, the batches with the cut, payouts and totals with the payables, the digest
/// at the end.
///
/// @param terms null as long as `cutOffAt` is
/// @param batches null before the cut
/// @param payouts null before every payables head has taken the day in
/// @param totals null as long as `payouts` is
public record BusinessDay(
    LocalDate day,
    Instant scheduledCutOff,
    @Nullable Instant cutOffAt,
    @Nullable DayTerms terms,
    @Nullable Instant closedAt,
    @Nullable Integer batches,
    @Nullable Integer payouts,
    @Nullable List<DayTotal> totals,
    @Nullable String digest) {

  public DayStatus status() {
    if (closedAt != null) {
      return DayStatus.CLOSED;
    }
    return cutOffAt == null ? DayStatus.OPEN : DayStatus.CLOSING;
  }

  public boolean isCut() {
    return batches != null;
  }

  public boolean isPaid() {
    return payouts != null;
  }

  public Optional<DayTerms> frozenTerms() {
    return Optional.ofNullable(terms);
  }

  public Optional<List<DayTotal>> frozenTotals() {
    return Optional.ofNullable(totals);
  }
}
