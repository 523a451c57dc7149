package io.openvpos.merchant.ledger.domain.journal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a batch line says beyond its postings.
///
/// @param orderId the shop's own reference; empty if it gave none
/// @param capturedAt when the cause was decided
/// @param installments 1 is a single shot
/// @param cardClass what the price was looked up by; null on entries from before it was kept
/// @param portions the parts of captures that a void or a refund takes back; else empty
public record Line(
    String paymentId,
    @Nullable String refundId,
    String orderId,
    Instant capturedAt,
    String cardBrand,
    String last4,
    int installments,
    @Nullable String rrn,
    @Nullable String authorizationCode,
    Settling settling,
    @Nullable String cardClass,
    List<Portion> portions) {

  public Line {
    portions = List.copyOf(portions);
  }

  /// A line that is due at once and does not say how it was priced.
  public Line(
      String paymentId,
      @Nullable String refundId,
      String orderId,
      Instant capturedAt,
      String cardBrand,
      String last4,
      int installments,
      @Nullable String rrn,
      @Nullable String authorizationCode,
      int valueDays) {
    this(
        paymentId,
        refundId,
        orderId,
        capturedAt,
        cardBrand,
        last4,
        installments,
        rrn,
        authorizationCode,
        Settling.after(valueDays),
        null,
        List.of());
  }

  /// Calendar days from the business day to the value date, by the contract version.
  public int valueDays() {
    return settling.valueDays();
  }
}
