package io.openvpos.messaging.parking;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

/// Where an operator puts a key's records aside: only the record at which its partition is stopped
/// can be parked, and with it all later ones of its key. What a stopped partition is taken from may
/// be old; a parking opened behind the listener takes only what is still to come, so nothing is
/// lost by it.
public final class ParkingDesk {

  private final Parkings parkings;
  private final StopBoard board;
  private final Clock clock;

  public ParkingDesk(Parkings parkings, StopBoard board, Clock clock) {
    this.parkings = parkings;
    this.board = board;
    this.clock = clock;
  }

  /// The record to be parked, and who wants it why.
  public record Wish(String topic, int partition, long offset, String by, String reason) {}

  /// What became of the wish.
  public sealed interface Answer {

    record Parked(Parking parking) implements Answer {}

    /// As before.
    record AlreadyParked(Parking parking) implements Answer {}

    /// The partition stands at another record, or at none.
    record NotStoppedThere() implements Answer {}

    /// A marker, or a record without a key: it is no merchant's.
    record NotParkable() implements Answer {}
  }

  public Answer park(Wish wish) {
    Optional<StoppedPartition> stopped =
        board.find(wish.topic(), wish.partition()).filter(stop -> stop.offset() == wish.offset());
    if (stopped.isEmpty()) {
      return parkedAt(wish)
          .<Answer>map(Answer.AlreadyParked::new)
          .orElseGet(Answer.NotStoppedThere::new);
    }
    if (!stopped.get().parkable()) {
      return new Answer.NotParkable();
    }
    String key = Objects.requireNonNull(stopped.get().key());
    return open(new ParkingId(wish.topic(), wish.partition(), key), wish);
  }

  private Answer open(ParkingId id, Wish wish) {
    Decision decision = new Decision(wish.by(), clock.instant(), wish.reason());
    while (true) {
      Optional<Parking> known = parkings.find(id);
      if (known.isPresent() && known.get().takes(wish.offset())) {
        return new Answer.AlreadyParked(known.get());
      }
      Parking opened =
          known
              .map(parking -> parking.opened(wish.offset(), decision))
              .orElseGet(() -> Parking.first(id, wish.offset(), decision));
      if (parkings.save(opened)) {
        return new Answer.Parked(opened);
      }
    }
  }

  /// The wish repeated after the partition went on.
  private Optional<Parking> parkedAt(Wish wish) {
    return parkings.open().stream()
        .filter(parking ->
            parking.id().topic().equals(wish.topic())
                && parking.id().partition() == wish.partition()
                && parking.from() == wish.offset())
        .findFirst();
  }
}
