package io.openvpos.fraud.model;

import java.util.Arrays;

/// One feature's values as numbers of the interval they fall into. A cut lies between two values
/// that occur, so a tree on bins decides as a tree on values.
///
/// Where a feature has more distinct values than cuts, half of the cuts are rank quantiles and half
/// are quantiles of the distinct values: a feature that is almost always zero would otherwise keep
/// hardly a cut for all that is not (docs/decisions/0051).
final class BinnedColumn {

  private final double[] cuts;
  private final char[] bins;

  private BinnedColumn(double[] cuts, char[] bins) {
    this.cuts = cuts;
    this.bins = bins;
  }

  static BinnedColumn of(double[] values, int maxCuts) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] distinct = Arrays.stream(sorted).distinct().toArray();
    double[] cuts =
        distinct.length - 1 <= maxCuts ? between(distinct) : chosen(sorted, distinct, maxCuts);
    char[] bins = new char[values.length];
    for (int row = 0; row < bins.length; row++) {
      int found = Arrays.binarySearch(cuts, values[row]);
      bins[row] = (char) (found >= 0 ? found + 1 : -found - 1);
    }
    return new BinnedColumn(cuts, bins);
  }

  int cutCount() {
    return cuts.length;
  }

  /// Values below it are in the bins `0 … cut`.
  double cut(int cut) {
    return cuts[cut];
  }

  char[] bins() {
    return bins;
  }

  private static double[] between(double[] distinct) {
    double[] cuts = new double[Math.max(0, distinct.length - 1)];
    for (int i = 0; i < cuts.length; i++) {
      cuts[i] = middle(distinct, i + 1);
    }
    return cuts;
  }

  private static double[] chosen(double[] sorted, double[] distinct, int maxCuts) {
    int half = Math.max(1, maxCuts / 2);
    boolean[] taken = new boolean[distinct.length];
    for (int i = 1; i <= half; i++) {
      double quantile = sorted[(int) ((long) i * (sorted.length - 1) / (half + 1))];
      taken[Arrays.binarySearch(distinct, quantile)] = true;
      taken[(int) ((long) i * (distinct.length - 1) / (half + 1))] = true;
    }
    double[] cuts = new double[distinct.length];
    int count = 0;
    for (int i = 1; i < distinct.length; i++) {
      if (taken[i]) {
        cuts[count++] = middle(distinct, i);
      }
    }
    return Arrays.copyOf(cuts, count);
  }

  /// Between a value and the one below; the value itself where no double lies between.
  private static double middle(double[] distinct, int upper) {
    double low = distinct[upper - 1];
    double high = distinct[upper];
    double middle = low + (high - low) / 2;
    return middle > low ? middle : high;
  }
}
