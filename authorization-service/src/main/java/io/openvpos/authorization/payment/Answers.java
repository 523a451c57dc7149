package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Rejection;

/// Writes the answers that are frozen with the state, in the language of the request that asks.
public interface Answers {

  /// To the request that creates a payment: 201, or 202 while its outcome is unknown.
  FrozenAnswer created(Payment payment);

  /// To a capture or a void: 200.
  FrozenAnswer changed(Payment payment);

  /// To a refund: 201.
  FrozenAnswer refunded(Payment payment, Refund refund);

  /// To an increment: 201.
  FrozenAnswer incremented(Payment payment, Increment increment);

  /// To an operation whose amount is refused: 422.
  FrozenAnswer refused(Rejection rejection);
}
