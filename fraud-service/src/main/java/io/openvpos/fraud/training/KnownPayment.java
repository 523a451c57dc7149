package io.openvpos.fraud.training;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.history.FraudLabel;

/// An attempt whose outcome is known by now.
public interface KnownPayment {

  Attempt attempt();

  boolean fraud();

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
}
