package io.openvpos.sandbox.bench;

import java.nio.file.Path;
import java.time.Duration;

/// What is to be measured of the checkout.
///
/// @param rate sessions a second, each opened, looked at and paid
/// @param pageRate pages a second, of sessions that are open
/// @param load how long each of the two loads lasts
/// @param warmUp how long the same traffic runs before each
/// @param data a folder that is wiped
/// @param seed of cards, amounts and shops
public record CheckoutPlan(
    int rate, int pageRate, Duration load, Duration warmUp, int shops, Path data, long seed) {

  public CheckoutPlan {
    if (rate < 1 || pageRate < 1 || shops < 1 || !load.isPositive()) {
      throw new IllegalArgumentException("rates, shops or length too small");
    }
  }
}
