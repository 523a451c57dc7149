package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.training.KnownPayment;
import org.jspecify.annotations.Nullable;

/// A simulated attempt and what it was part of.
///
/// @param refundedAt null if its money stayed
public record SimulatedPayment(Attempt attempt, Pattern pattern, @Nullable Long refundedAt)
    implements KnownPayment {

  @Override
  public boolean fraud() {
    return pattern != Pattern.HONEST;
  }

  @Override
  public long atMillis() {
    return attempt.atMillis();
  }
}
