package io.openvpos.authorization.payment;

import org.jspecify.annotations.Nullable;

/// A valid request to do something with a payment.
///
/// @param key names the operation within the payment, see [Keys#operation]
/// @param action what to do
public record OperationOrder(String key, String requestHash, Action action) {

  /// What a merchant may do with a payment. Amounts are minor units of its currency.
  public sealed interface Action {

    /// Claims held funds.
    ///
    /// @param amount null takes the rest, finally
    record Capturing(@Nullable Long amount, boolean finalCapture) implements Action {}

    record Voiding() implements Action {}

    /// Returns captured funds.
    ///
    /// @param amount null takes all that is left
    record Refunding(@Nullable Long amount, @Nullable String reason) implements Action {}

    /// Holds more of an authorized payment.
    record Incrementing(long amount) implements Action {}
  }
}
