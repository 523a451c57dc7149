package io.openvpos.authorization.checkout.domain;

import org.jspecify.annotations.Nullable;

/// Where the payer goes from the page.
///
/// @param success after the payment; null: the page itself says so
/// @param cancel instead of a payment; null: there is no way back
/// @param frame the origin that may show the page in a frame; null: none may
public record ShopAddresses(
    @Nullable String success, @Nullable String cancel, @Nullable String frame) {}
