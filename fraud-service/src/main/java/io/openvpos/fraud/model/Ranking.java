package io.openvpos.fraud.model;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// How well scores put frauds first.
///
/// @param rocArea area under the ROC curve; equal scores count half
/// @param averagePrecision precision at each threshold, weighted by the recall it adds
public record Ranking(double rocArea, double averagePrecision) {

  /// NaN where one of the two kinds is missing.
  public static Ranking of(double[] scores, boolean[] frauds) {
    int[] order =
        IntStream.range(0, scores.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer row) -> scores[row]).reversed())
            .mapToInt(Integer::intValue)
            .toArray();
    long positives = IntStream.range(0, frauds.length).filter(row -> frauds[row]).count();
    long negatives = frauds.length - positives;
    double area = 0;
    double precision = 0;
    long foundBefore = 0;
    long falseBefore = 0;
    for (int start = 0; start < order.length; ) {
      int end = start;
      long found = foundBefore;
      while (end < order.length && scores[order[end]] == scores[order[start]]) {
        found += frauds[order[end]] ? 1 : 0;
        end++;
      }
      long wrong = end - found;
      precision += (double) (found - foundBefore) / positives * found / end;
      area += (wrong - falseBefore) * (foundBefore + found) / 2.0;
      foundBefore = found;
      falseBefore = wrong;
      start = end;
    }
    boolean both = positives > 0 && negatives > 0;
    return both
        ? new Ranking(area / positives / negatives, precision)
        : new Ranking(Double.NaN, Double.NaN);
  }

  /// Mean of several weeks.
  public static Ranking mean(Ranking[] weeks) {
    return new Ranking(
        Arrays.stream(weeks).mapToDouble(Ranking::rocArea).average().orElse(Double.NaN),
        Arrays.stream(weeks).mapToDouble(Ranking::averagePrecision).average().orElse(Double.NaN));
  }
}
