package io.openvpos.fraud.history;

import java.util.Arrays;

/// How an amount compares with what the card paid before: mean, median, deviation and highest of
/// the 30 days before it. A card that was taken over pays several times its habit.
final class AmountProfile {

  /// The median is of at most so many attempts: it must not cost more on a hot card.
  private static final int MEDIAN_OF = 128;

  private static final long BIG_MEDIANS = 3;

  private final long[] sorted = new long[MEDIAN_OF];

  private int count;
  private double mean;
  private double deviation;
  private double median;
  private long highest;

  /// Of the places `[from, to)`, the attempt at `self` left out.
  void measure(EventRing ring, int from, int to, int self) {
    count = 0;
    highest = 0;
    double sum = 0;
    double squares = 0;
    int kept = 0;
    for (int place = to - 1; place >= from; place--) {
      if (place != self) {
        long amount = ring.amount(place);
        count++;
        sum += (double) amount;
        squares += (double) amount * amount;
        highest = Math.max(highest, amount);
        if (kept < MEDIAN_OF) {
          sorted[kept++] = amount;
        }
      }
    }
    mean = count == 0 ? 0 : sum / count;
    deviation = count < 2 ? 0 : Math.sqrt(Math.max(0, squares / count - mean * mean));
    Arrays.sort(sorted, 0, kept);
    median = kept == 0 ? 0 : (sorted[(kept - 1) / 2] + sorted[kept / 2]) / 2.0;
  }

  boolean isEmpty() {
    return count == 0;
  }

  double toMean(double amount) {
    return quotient(amount, mean);
  }

  double toMedian(double amount) {
    return quotient(amount, median);
  }

  double toHighest(double amount) {
    return quotient(amount, (double) highest);
  }

  /// In standard deviations; 0 where there is no spread to compare with.
  double deviations(double amount) {
    return deviation <= 0 ? 0 : (amount - mean) / deviation;
  }

  double highest() {
    return (double) highest;
  }

  boolean isBig(long amount) {
    return amount > BIG_MEDIANS * median;
  }

  private static double quotient(double amount, double base) {
    return base <= 0 ? -1 : amount / base;
  }
}
