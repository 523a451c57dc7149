package io.openvpos.merchant.ledger.domain.journal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a batch line says beyond its postings.
///
/// @param orderId the shop's own reference; empty if it gave none
/// @param capturedAt when the cause was decided
/// @param installments 1 is a single shot
/// @param valueDays calendar days from the business day to the value date, by the contract version
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
    int valueDays) {}
