package io.openvpos.merchant.adjustment.http;

import org.jspecify.annotations.Nullable;

/// What is asked for, as sent.
///
/// @param amount in minor units, signed from the merchant's view
/// @param kind correction (the default) or fee
record AdjustmentRequest(
    @Nullable String mode,
    @Nullable String currency,
    @Nullable Long amount,
    @Nullable String kind,
    @Nullable String reason,
    @Nullable String paymentId) {}
