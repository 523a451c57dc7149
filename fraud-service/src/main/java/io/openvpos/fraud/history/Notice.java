package io.openvpos.fraud.history;

/// What became known of an attempt later. It enters the state at the place in the log where it
/// became known, never before.
public sealed interface Notice permits FraudLabel, Refund {

  long paymentKey();
}
