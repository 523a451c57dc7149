package io.openvpos.fraud.simulator;

import io.openvpos.fraud.history.Attempt;
import io.openvpos.fraud.training.KnownPayment;

/// A simulated attempt and what it was part of.
public record SimulatedPayment(Attempt attempt, Pattern pattern) implements KnownPayment {

  @Override
  public boolean fraud() {
    return pattern != Pattern.HONEST;
  }

  @Override
  public long atMillis() {
    return attempt.atMillis();
  }
}
