package io.openvpos.messaging.parking;

import org.jspecify.annotations.Nullable;

/// The one document that decides whether a key's records are aside. Every change is a
/// compare-and-set on it, so listeners, replays and operators on any instance need nothing else to
/// agree.
///
/// | change | by | effect |
/// |---|---|---|
/// | opened | operator | records from the offset on are taken aside |
/// | appended | listener | the records stored before it are pending, also any that were replayed |
/// | replayed | replay | records up to the offset, all of them handled, are not pending any more |
/// | released | replay | nothing was pending: records are handled directly again |
///
/// A record is pending while the parking is open and its offset is in (replayedThrough,
/// parkedThrough].
///
/// @param version of the stored document
/// @param from the first offset that is taken aside
/// @param released the last replay that ended the parking; null before the first end
public record Parking(
    ParkingId id,
    long version,
    boolean open,
    long from,
    long parkedThrough,
    long replayedThrough,
    Decision parked,
    @Nullable Decision released) {

  /// The first parking of the key in this partition.
  public static Parking first(ParkingId id, long from, Decision decision) {
    return new Parking(id, 1, true, from, from - 1, from - 1, decision, null);
  }

  /// Whether a record is taken aside instead of being handled.
  public boolean takes(long offset) {
    return open && offset >= from;
  }

  /// From an earlier offset on, or anew after it was released.
  public Parking opened(long offset, Decision decision) {
    return open
        ? new Parking(
            id,
            version + 1,
            true,
            Math.min(from, offset),
            parkedThrough,
            Math.min(replayedThrough, offset - 1),
            decision,
            released)
        : new Parking(id, version + 1, true, offset, offset - 1, offset - 1, decision, released);
  }

  /// Records that a listener found and stored. One that comes again is pending again, even if it
  /// was replayed: that costs a repeat, while the other way round costs a record.
  public Parking appended(long firstOffset, long lastOffset) {
    return new Parking(
        id,
        version + 1,
        open,
        from,
        Math.max(parkedThrough, lastOffset),
        Math.min(replayedThrough, firstOffset - 1),
        parked,
        released);
  }

  public Parking replayed(long through) {
    return new Parking(id, version + 1, open, from, parkedThrough, through, parked, released);
  }

  public Parking released(Decision decision) {
    return new Parking(
        id, version + 1, false, from, parkedThrough, replayedThrough, parked, decision);
  }
}
