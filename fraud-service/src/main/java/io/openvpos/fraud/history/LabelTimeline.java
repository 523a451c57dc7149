package io.openvpos.fraud.history;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every label and refund of the labels' log, in the one order in which all histories take them in.
/// Each takes effect a day after its log took it, in event time: that it is read some hours late,
/// or that two topics are read at different speeds, then changes no vector, and histories stay a
/// function of the two logs. Features look at fraud seven days back, so the day costs little.
///
/// Written by one thread, read by those of the histories.
public final class LabelTimeline {

  /// From the log's own time to the event time at which it is taken in.
  public static final Duration EFFECT_AFTER = Duration.ofDays(1);

  /// Longer than the labels' log keeps them and than any history remembers: what is older changes
  /// no vector.
  static final Duration KEPT = Duration.ofDays(60);

  /// Where a notice stands among all.
  ///
  /// @param effectiveAt event time at which it is taken in
  /// @param partition of the labels' log
  public record Place(long effectiveAt, int partition, long offset) implements Comparable<Place> {

    static final Place BEFORE_ALL = new Place(Long.MIN_VALUE, 0, 0);

    private static final Comparator<Place> ORDER =
        Comparator.comparingLong(Place::effectiveAt)
            .thenComparingInt(Place::partition)
            .thenComparingLong(Place::offset);

    /// The place of a record of the log.
    ///
    /// @param appendedMillis the broker's time
    public static Place of(long appendedMillis, int partition, long offset) {
      return new Place(appendedMillis + EFFECT_AFTER.toMillis(), partition, offset);
    }

    @Override
    public int compareTo(Place other) {
      return ORDER.compare(this, other);
    }
  }

  private record Known(Place place, FraudLabel label, long knownAt) {}

  private static final Comparator<Known> NEWEST =
      Comparator.comparingLong(Known::knownAt).thenComparing(known -> known.label().fraud());

  private final ConcurrentSkipListMap<Place, Notice> inOrder = new ConcurrentSkipListMap<>();
  private final Map<Long, List<Known>> labels = new ConcurrentHashMap<>();

  /// The same record again changes nothing.
  ///
  /// @param knownAt when it became known, by its writer's clock; of two, the later word counts
  public void add(Place place, FraudLabel label, long knownAt) {
    if (inOrder.putIfAbsent(place, label) == null) {
      Known known = new Known(place, label, knownAt);
      labels.computeIfAbsent(label.paymentKey(), key -> new CopyOnWriteArrayList<>()).add(known);
      forget();
    }
  }

  /// The same record again changes nothing, nor does another refund of the payment.
  public void add(Place place, Refund refund) {
    if (inOrder.putIfAbsent(place, refund) == null) {
      forget();
    }
  }

  /// Labels and refunds there are.
  int size() {
    return inOrder.size();
  }

  private void forget() {
    long before = inOrder.lastKey().effectiveAt() - KEPT.toMillis();
    while (inOrder.firstKey().effectiveAt() < before) {
      Map.Entry<Place, Notice> gone = inOrder.pollFirstEntry();
      labels.computeIfPresent(
          gone.getValue().paymentKey(),
          (key, known) -> {
            known.removeIf(each -> each.place().equals(gone.getKey()));
            return known.isEmpty() ? null : known;
          });
    }
  }

  /// Lets `history` take in what lies behind `taken` and is in effect at `watermark`; returns the
  /// last place taken.
  Place takeIn(PaymentHistory history, Place taken, long watermark) {
    Place last = taken;
    for (Map.Entry<Place, Notice> each : inOrder.tailMap(taken, false).entrySet()) {
      if (each.getKey().effectiveAt() > watermark) {
        break;
      }
      last = each.getKey();
      switch (each.getValue()) {
        case FraudLabel label -> history.label(held(last, label));
        case Refund refund -> history.refund(refund);
      }
    }
    return last;
  }

  /// What is held of the label's payment where the label stands: a record that was sent twice, or
  /// overtaken, does not bring an older word back.
  private FraudLabel held(Place place, FraudLabel label) {
    return labels.getOrDefault(label.paymentKey(), List.of()).stream()
        .filter(known -> known.place().compareTo(place) <= 0)
        .max(NEWEST)
        .map(Known::label)
        .orElse(label);
  }
}
