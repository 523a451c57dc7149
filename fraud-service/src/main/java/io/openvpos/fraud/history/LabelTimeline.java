package io.openvpos.fraud.history;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// Every label of the labels' log, in the one order in which all histories take them in. A label
/// takes effect a day after its log took it, in event time: that it is read some hours late, or
/// that two topics are read at different speeds, then changes no vector, and histories stay a
/// function of the two logs. Features look at fraud seven days back, so the day costs little.
///
/// Written by one thread, read by those of the histories.
public final class LabelTimeline {

  /// From the log's own time to the event time at which it is taken in.
  public static final Duration EFFECT_AFTER = Duration.ofDays(1);

  /// Longer than the labels' log keeps them and than any history remembers: what is older changes
  /// no vector.
  static final Duration KEPT = Duration.ofDays(60);

  /// Where a label stands among all.
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

  private final ConcurrentSkipListMap<Place, Known> inOrder = new ConcurrentSkipListMap<>();
  private final Map<Long, List<Known>> ofPayment = new ConcurrentHashMap<>();

  /// The same record again changes nothing.
  ///
  /// @param knownAt when it became known, by its writer's clock; of two, the later word counts
  public void add(Place place, FraudLabel label, long knownAt) {
    Known known = new Known(place, label, knownAt);
    if (inOrder.putIfAbsent(place, known) == null) {
      ofPayment.computeIfAbsent(label.paymentKey(), key -> new CopyOnWriteArrayList<>()).add(known);
      forget(inOrder.lastKey().effectiveAt() - KEPT.toMillis());
    }
  }

  /// Labels there are.
  int size() {
    return inOrder.size();
  }

  private void forget(long before) {
    while (inOrder.firstKey().effectiveAt() < before) {
      Known gone = inOrder.pollFirstEntry().getValue();
      ofPayment.computeIfPresent(
          gone.label().paymentKey(),
          (key, known) -> {
            known.remove(gone);
            return known.isEmpty() ? null : known;
          });
    }
  }

  /// Lets `history` take in what lies behind `taken` and is in effect at `watermark`; returns the
  /// last place taken.
  Place takeIn(PaymentHistory history, Place taken, long watermark) {
    Place last = taken;
    for (Known known : inOrder.tailMap(taken, false).values()) {
      if (known.place().effectiveAt() > watermark) {
        break;
      }
      history.label(held(known));
      last = known.place();
    }
    return last;
  }

  /// What is held of the label's payment where the label stands: a record that was sent twice, or
  /// overtaken, does not bring an older word back.
  private FraudLabel held(Known at) {
    return ofPayment.getOrDefault(at.label().paymentKey(), List.of()).stream()
        .filter(known -> known.place().compareTo(at.place()) <= 0)
        .max(NEWEST)
        .map(Known::label)
        .orElse(at.label());
  }
}
