package io.openvpos.fraud.benchmark;

import io.openvpos.fraud.training.VectorRun.Served;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Card precision at k: of the k cards that score highest on a day, how many were defrauded that
/// day; the mean over days. A defrauded card that was found is looked at no more.
final class CardPrecision {

  static final int CARDS_A_DAY = 100;

  /// A card's day: its highest score, and whether any of its payments was fraud.
  private record CardDay(double score, boolean fraud) {

    CardDay with(double other, boolean otherFraud) {
      return new CardDay(Math.max(score, other), fraud || otherFraud);
    }
  }

  private CardPrecision() {}

  static double of(List<Served<HandbookPayment>> test, double[] scores) {
    TreeMap<Long, Map<Integer, CardDay>> days = new TreeMap<>();
    for (int row = 0; row < scores.length; row++) {
      HandbookPayment payment = test.get(row).payment();
      CardDay day = new CardDay(scores[row], payment.fraud());
      days.computeIfAbsent(payment.day(), each -> new HashMap<>())
          .merge(payment.customer(), day, (a, b) -> a.with(b.score(), b.fraud()));
    }
    Set<Integer> found = new HashSet<>();
    return days.values().stream()
        .mapToDouble(cards -> precision(cards, found))
        .average()
        .orElse(Double.NaN);
  }

  private static double precision(Map<Integer, CardDay> cards, Set<Integer> found) {
    List<Integer> top =
        cards.entrySet().stream()
            .filter(each -> !found.contains(each.getKey()))
            .sorted(
                Comparator.comparingDouble(
                        (Map.Entry<Integer, CardDay> each) -> -each.getValue().score())
                    .thenComparing(Map.Entry::getKey))
            .limit(CARDS_A_DAY)
            .filter(each -> each.getValue().fraud())
            .map(Map.Entry::getKey)
            .toList();
    found.addAll(top);
    return (double) top.size() / CARDS_A_DAY;
  }
}
