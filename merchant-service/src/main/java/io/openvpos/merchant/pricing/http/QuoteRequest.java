package io.openvpos.merchant.pricing.http;

import org.jspecify.annotations.Nullable;

/// A sale to be, as sent.
///
/// @param amount in minor units
/// @param installments absent: 1, a single shot
/// @param salesDay absent: the business day that is open
record QuoteRequest(
    @Nullable Long amount,
    @Nullable String currency,
    @Nullable Card card,
    @Nullable Integer installments,
    @Nullable String mode,
    @Nullable String salesDay) {

  /// Never a card number.
  ///
  /// @param bin the leading 6 to 8 digits
  record Card(@Nullable String bin) {}
}
