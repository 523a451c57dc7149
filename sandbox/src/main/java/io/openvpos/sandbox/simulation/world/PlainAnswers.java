package io.openvpos.sandbox.simulation.world;

import io.openvpos.authorization.payment.Answers;
import io.openvpos.authorization.payment.FrozenAnswer;
import io.openvpos.authorization.payment.domain.Increment;
import io.openvpos.authorization.payment.domain.Payment;
import io.openvpos.authorization.payment.domain.Refund;
import io.openvpos.authorization.payment.domain.Rejection;

/// Answers as short as can be, and with everything that the checks look at.
final class PlainAnswers implements Answers {

  @Override
  public FrozenAnswer created(Payment payment) {
    String status = payment.status().code();
    return new FrozenAnswer(status.equals("processing") ? 202 : 201, status);
  }

  @Override
  public FrozenAnswer changed(Payment payment) {
    return new FrozenAnswer(
        200, payment.status().code() + " " + payment.amountCaptured().minorUnits());
  }

  @Override
  public FrozenAnswer refunded(Payment payment, Refund refund) {
    return new FrozenAnswer(201, refund.id() + " " + refund.status());
  }

  @Override
  public FrozenAnswer incremented(Payment payment, Increment increment) {
    return new FrozenAnswer(201, increment.id() + " " + increment.status());
  }

  @Override
  public FrozenAnswer refused(Rejection rejection) {
    return new FrozenAnswer(422, rejection.name());
  }
}
