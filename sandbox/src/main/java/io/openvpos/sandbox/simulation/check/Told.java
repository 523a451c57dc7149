package io.openvpos.sandbox.simulation.check;

import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.OperationOrder;
import org.jspecify.annotations.Nullable;

/// What a shop was told.
///
/// @param order null for the request that creates the payment
public record Told(String paymentId, @Nullable OperationOrder order, FrozenAnswer answer) {

  /// Of the request that it answers.
  public String key() {
    return order == null ? paymentId : paymentId + "/" + order.key();
  }
}
