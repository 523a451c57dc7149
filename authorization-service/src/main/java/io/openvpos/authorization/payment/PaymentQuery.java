package io.openvpos.authorization.payment;

import io.openvpos.money.Mode;
import org.jspecify.annotations.Nullable;

/// Which payments of one merchant and mode to list.
///
/// @param after only what comes after this payment in the order of the list; null from the start
/// @param limit at most so many
public record PaymentQuery(
    String merchantId, Mode mode, Filters filters, @Nullable PaymentRecord after, int limit) {

  /// Each exactly; null for any.
  ///
  /// @param orderId the merchant's reference
  /// @param status as in the HTTP contract
  /// @param last4 the last four digits of the card
  /// @param rrn the retrieval reference number of the authorization (DE 37)
  public record Filters(
      @Nullable String orderId,
      @Nullable String status,
      @Nullable String last4,
      @Nullable String rrn) {}
}
