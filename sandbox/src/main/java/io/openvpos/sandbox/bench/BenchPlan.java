package io.openvpos.sandbox.bench;

import java.nio.file.Path;
import java.time.Duration;

/// What is to be measured.
///
/// @param rate arrivals a second; 0 looks for the highest that holds
/// @param load how long the load lasts at a given rate
/// @param warmUp how long the same traffic runs before, at a rising rate
/// @param bareStore how long the store alone is measured; zero leaves it out
/// @param mostInFlight arrivals beyond it are errors
/// @param data a folder that is wiped
/// @param seed of cards, amounts and shops
public record BenchPlan(
    int rate,
    Duration load,
    Duration warmUp,
    Duration bareStore,
    int shops,
    int mostInFlight,
    Path data,
    long seed) {

  public BenchPlan {
    if (rate < 0 || shops < 1 || mostInFlight < 1 || load.toNanos() < 1) {
      throw new IllegalArgumentException("rate, shops, in flight or length too small");
    }
  }

  boolean isSearch() {
    return rate == 0;
  }
}
