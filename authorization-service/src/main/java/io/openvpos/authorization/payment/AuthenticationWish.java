package io.openvpos.authorization.payment;

import org.jspecify.annotations.Nullable;

/// What a shop asks of 3-D Secure.
///
/// @param returnUrl where the shopper's browser goes in the end; without it nobody can be
///   authenticated
/// @param required true: without a proof the payment must not go on
/// @param exemption claimed instead: low_value, transaction_risk or merchant_initiated
public record AuthenticationWish(
    @Nullable String returnUrl, boolean required, @Nullable String exemption) {}
