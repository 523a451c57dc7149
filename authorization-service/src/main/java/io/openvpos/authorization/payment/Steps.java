package io.openvpos.authorization.payment;

import io.openvpos.authorization.payment.PaymentWrites.Step;
import io.openvpos.authorization.payment.domain.Decision;

/// Turns decisions that cannot be refused into steps.
final class Steps {

  private Steps() {}

  /// Stores what was accepted; keeps the record as it is where nothing is left to do. The result is
  /// the record after the step.
  static Step<PaymentRecord> moving(PaymentRecord record, Decision decision, Answers answers) {
    Decision.Accepted accepted = accepted(decision);
    if (accepted.events().isEmpty()) {
      return new Step.Keep<>(record);
    }
    PaymentRecord after = record.moved(accepted, answers);
    return new Step.Store<>(after, accepted.events(), after);
  }

  static Decision.Accepted accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted accepted -> accepted;
      case Decision.Rejected rejected ->
          throw new IllegalStateException("not to be refused: " + rejected.reason());
    };
  }
}
