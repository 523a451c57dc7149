package io.openvpos.sandbox.month;

/// How much is traded.
///
/// @param days business days, closed one after another
/// @param merchants each with one of the contracts of [TradingFloor]
/// @param visits a day, of all shops together
/// @param seed of everything that is drawn
/// @param verifyEvery so many days the twelve invariants are checked; after the last in any case
public record MonthPlan(int days, int merchants, int visits, long seed, int verifyEvery) {

  public MonthPlan {
    if (days < 1 || merchants < 1 || visits < 1 || verifyEvery < 1) {
      throw new IllegalArgumentException("a month has days, merchants and visits");
    }
  }
}
