package io.openvpos.fraud.history;

import org.jspecify.annotations.Nullable;

/// That an attempt's money went back, in whole or in part. However many refunds an attempt has, it
/// counts as one refunded payment.
///
/// @param email null where none was given
public record Refund(long paymentKey, String card, @Nullable String email) implements Notice {}
