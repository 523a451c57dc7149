package io.openvpos.messaging.parking;

import io.openvpos.messaging.parking.ParkedHandling.Failed;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Replays what is parked of a key, in the order of the offsets, and puts the key back when nothing
/// of it is aside any more. Any number of replays may run at once, beside listeners that go on
/// putting records aside: handling is idempotent, and each step forward is one compare-and-set that
/// fails if anything was put aside since the records were read.
public final class Replaying {

  private static final int BATCH = 200;

  /// A request ends some time; the next one goes on.
  private static final int MOST_BATCHES = 50;

  private final Parkings parkings;
  private final ParkedHandling handling;
  private final Clock clock;

  public Replaying(Parkings parkings, ParkedHandling handling, Clock clock) {
    this.parkings = parkings;
    this.handling = handling;
    this.clock = clock;
  }

  /// What a call has come to.
  ///
  /// @param replayed records handled by this call
  /// @param parking as it is now; open if records remain aside
  /// @param stopped the record that failed again; null if none did
  public record Outcome(long replayed, Parking parking, @Nullable Failed stopped) {}

  /// Empty if the key was never parked there.
  public Optional<Outcome> replay(ParkingId id, String by) {
    return parkings.find(id).map(parking -> new Run(parking, by).untilDone());
  }

  /// One call's way through the records.
  private final class Run {

    private final String by;
    private Parking parking;
    private long replayed;

    Run(Parking parking, String by) {
      this.parking = parking;
      this.by = by;
    }

    Outcome untilDone() {
      for (int batch = 0; batch < MOST_BATCHES && parking.open(); batch++) {
        List<ParkedRecord> next = parkings.pending(parking, BATCH);
        if (next.isEmpty()) {
          release();
        } else {
          Optional<Failed> failed = handling.handle(next);
          advance(handled(next, failed));
          if (failed.isPresent()) {
            return new Outcome(replayed, parking, failed.get());
          }
        }
      }
      return new Outcome(replayed, parking, null);
    }

    /// Nothing was pending in this version of the parking: if it still has this version, nothing
    /// is.
    private void release() {
      save(() -> parking.released(new Decision(by, clock.instant(), "replayed")));
    }

    /// Others may have put later records aside meanwhile; then the step is tried again. Has an
    /// earlier one come among those handled, or is the parking another one, it is not made: they
    /// are read anew.
    private void advance(List<Long> handled) {
      if (handled.isEmpty()) {
        return;
      }
      long through = handled.getLast();
      long from = parking.from();
      while (!save(() -> parking.replayed(through))) {
        boolean same =
            parking.open()
                && parking.from() == from
                && parkings.pendingOffsets(parking).stream()
                    .takeWhile(offset -> offset <= through)
                    .toList()
                    .equals(handled);
        if (!same) {
          return;
        }
      }
      replayed += handled.size();
    }

    /// The parking as saved, or, after a lost race, as it is stored.
    private boolean save(Supplier<Parking> change) {
      Parking changed = change.get();
      boolean saved = parkings.save(changed);
      parking = saved ? changed : parkings.find(parking.id()).orElseThrow();
      return saved;
    }

    private static List<Long> handled(List<ParkedRecord> tried, Optional<Failed> failed) {
      long before = failed.map(Failed::offset).orElse(Long.MAX_VALUE);
      return tried.stream().map(ParkedRecord::offset).filter(offset -> offset < before).toList();
    }
  }
}
