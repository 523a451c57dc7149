package io.openvpos.fraud.training;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.FraudLabel;
import io.openvpos.fraud.history.Refund;
import org.jspecify.annotations.Nullable;

/// An attempt whose outcome is known by now.
public interface KnownPayment {

  Attempt attempt();

  boolean fraud();

  /// When its money went back; null if it did not.
  default @Nullable Long refundedAt() {
    return null;
  }

  /// Event time.
  long atMillis();

  /// Days since 1970-01-01, UTC.
  default long day() {
    return Math.floorDiv(atMillis(), VectorRun.DAY_MILLIS);
  }

  default FraudLabel label() {
    Attempt attempt = attempt();
    return new FraudLabel(
        attempt.atMillis(), attempt.paymentKey(), attempt.card(), attempt.terminal(), fraud());
  }

  default Refund refund() {
    Attempt attempt = attempt();
    return new Refund(attempt.paymentKey(), attempt.card(), attempt.email());
  }
}
