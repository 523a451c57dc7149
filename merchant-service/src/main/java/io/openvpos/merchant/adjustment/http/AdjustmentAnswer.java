package io.openvpos.merchant.adjustment.http;

import io.openvpos.merchant.adjustment.domain.Adjustment;
import io.openvpos.merchant.adjustment.domain.Booking;
import io.openvpos.merchant.adjustment.domain.Signature;
import io.openvpos.merchant.adjustment.domain.Wanted;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An adjustment as JSON. The acquirer's people are shown to the acquirer only.
///
/// @param amount in minor units, signed from the merchant's view
record AdjustmentAnswer(
    String id,
    String object,
    String merchantId,
    String mode,
    String currency,
    long amount,
    String kind,
    String reason,
    @Nullable String paymentId,
    String status,
    @Nullable String requestedBy,
    Instant requestedAt,
    @Nullable String decidedBy,
    @Nullable Instant decidedAt,
    @Nullable LocalDate salesDay,
    @Nullable Integer contractVersion) {

  record Page(List<AdjustmentAnswer> data, boolean hasMore) {}

  static AdjustmentAnswer of(Adjustment adjustment, boolean toStaff) {
    Wanted wanted = adjustment.wanted();
    Signature decided = adjustment.decided();
    Booking booking = adjustment.booking();
    return new AdjustmentAnswer(
        adjustment.id(),
        "adjustment",
        wanted.merchantId(),
        wanted.mode().code(),
        wanted.amount().currency().getCurrencyCode(),
        wanted.amount().minorUnits(),
        wanted.kind().code(),
        wanted.reason(),
        wanted.paymentId(),
        adjustment.status().code(),
        toStaff ? adjustment.asked().subject() : null,
        adjustment.asked().at(),
        toStaff && decided != null ? decided.subject() : null,
        decided == null ? null : decided.at(),
        booking == null ? null : booking.salesDay(),
        booking == null ? null : booking.contractVersion());
  }
}
