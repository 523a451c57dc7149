package io.openvpos.authorization.payment;

import io.openvpos.money.Mode;
import org.jspecify.annotations.Nullable;

/// Which payments of one merchant and mode to list.
///
/// @param orderId exactly this reference; null for any
/// @param status exactly this status of the HTTP contract; null for any
/// @param after only what comes after this payment in the order of the list; null from the start
/// @param limit at most so many
public record PaymentQuery(
    String merchantId,
    Mode mode,
    @Nullable String orderId,
    @Nullable String status,
    @Nullable PaymentRecord after,
    int limit) {}
