package io.openvpos.sandbox.bench;

import java.util.function.IntPredicate;

/// Looks for the highest rate that holds: doubles until one does not, then halves the gap until it
/// is a twentieth.
final class RateSearch {

  private static final int MOST = 100_000;
  private static final int FINENESS = 20;

  private RateSearch() {}

  /// The highest rate found to hold; 0 if none does.
  static int highest(int first, IntPredicate holds) {
    int good = 0;
    int bad = first;
    while (bad <= MOST && holds.test(bad)) {
      good = bad;
      bad = 2 * bad;
    }
    while (bad - good > Math.max(1, good / FINENESS)) {
      int middle = good + (bad - good) / 2;
      if (holds.test(middle)) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    return good;
  }
}
