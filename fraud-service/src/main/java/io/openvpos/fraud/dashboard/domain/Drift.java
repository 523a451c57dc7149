package io.openvpos.fraud.dashboard.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// How far a feature's values have moved, by the population stability index.
///
/// Values are counted in bins that never change, so that days can be added up: below 0 (unknown),
/// 0, and the powers of two from 1/16 to 2^33. With `n_b` of `N` values of now and `m_b` of `M` of
/// the reference in bin `b`, `B` the number of bins that either has anything in, and `p_b = (n_b +
/// 1/2) / (N + B/2)`, `q_b = (m_b + 1/2) / (M + B/2)`, so that no bin is empty:
///
/// `PSI = sum over b of (p_b - q_b) * ln(p_b / q_b)`
///
/// Usual reading: below 0.1 nothing, from 0.25 on the model sees another world than it learnt.
public final class Drift {

  /// From here on a feature is worth a look.
  public static final double NOTICEABLE = 0.1;

  /// From here on a model is to be trained anew.
  public static final double LARGE = 0.25;

  private static final double PRIOR = 0.5;
  private static final int LOWEST_POWER = -4;
  private static final int HIGHEST_POWER = 33;
  private static final int UNKNOWN = 0;
  private static final int ZERO = 1;
  private static final int FIRST = 2;

  private static final List<String> BINS =
      IntStream.rangeClosed(UNKNOWN, FIRST + HIGHEST_POWER - LOWEST_POWER)
          .mapToObj("%02d"::formatted)
          .toList();

  private Drift() {}

  /// The names of all bins: they sort as their values do.
  public static List<String> bins() {
    return BINS;
  }

  /// The place of a value's bin in [#bins].
  public static int bin(double value) {
    if (value < 0 || Double.isNaN(value)) {
      return UNKNOWN;
    }
    if (value == 0) {
      return ZERO;
    }
    int power = Math.clamp(Math.getExponent(value), LOWEST_POWER, HIGHEST_POWER);
    return FIRST + power - LOWEST_POWER;
  }

  /// 0 where they are alike, or where either has no value at all.
  ///
  /// @param now values by bin
  /// @param reference the same of the time before
  public static double psi(Map<String, Long> now, Map<String, Long> reference) {
    Set<String> bins = new TreeSet<>(now.keySet());
    bins.addAll(reference.keySet());
    double all = sum(now);
    double before = sum(reference);
    if (all == 0 || before == 0) {
      return 0;
    }
    double psi = 0;
    for (String bin : bins) {
      double p = share(now, bin, all, bins.size());
      double q = share(reference, bin, before, bins.size());
      psi += (p - q) * Math.log(p / q);
    }
    return psi;
  }

  private static double share(Map<String, Long> counts, String bin, double of, int bins) {
    return (counts.getOrDefault(bin, 0L) + PRIOR) / (of + PRIOR * bins);
  }

  private static double sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }
}
