package io.openvpos.settlement.businessday.http;

import io.openvpos.settlement.batch.domain.DayTotal;
import io.openvpos.settlement.businessday.domain.BusinessDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A business day as callers see it.
///
/// @param cutOffAt the scheduled one while the day is open
/// @param batches 0 before the cut
/// @param digest SHA-256 over the batch digests in id order; null before the day is closed
record BusinessDayAnswer(
    LocalDate date,
    String status,
    Instant cutOffAt,
    @Nullable Instant closedAt,
    int batches,
    @Nullable String digest,
    List<Total> totals) {

  /// A page of days, newest first.
  record Page(List<BusinessDayAnswer> data, boolean hasMore) {}

  /// One mode and currency; amounts in minor units, all but `net` as magnitudes.
  record Total(
      String mode,
      String currency,
      long capturedCount,
      long captured,
      long voided,
      long refunded,
      long chargebacks,
      long commission,
      long tax,
      long net,
      long payout) {

    static Total of(DayTotal total) {
      return new Total(
          total.mode().code(),
          total.currency(),
          total.types().capturedCount(),
          total.types().captured(),
          total.types().voided(),
          total.types().refunded(),
          total.types().chargebacks(),
          -total.figures().commission(),
          -total.figures().tax(),
          total.figures().net(),
          total.payout());
    }
  }

  static BusinessDayAnswer of(BusinessDay day, List<DayTotal> totals) {
    Instant cutOffAt = day.cutOffAt();
    Integer batches = day.batches();
    return new BusinessDayAnswer(
        day.day(),
        day.status().code(),
        cutOffAt == null ? day.scheduledCutOff() : cutOffAt,
        day.closedAt(),
        batches == null ? 0 : batches,
        day.digest(),
        totals.stream().map(Total::of).toList());
  }
}
