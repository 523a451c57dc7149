package io.openvpos.messaging.parking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Where parkings and parked records are kept, for all instances of the service.
public interface Parkings {

  Optional<Parking> find(ParkingId id);

  /// The parkings that take records aside now, in the order of their ids.
  List<Parking> open();

  /// Compare-and-set by the version before (an insert for the first). False if another one was
  /// faster; nothing is changed then.
  boolean save(Parking changed);

  /// Stores what is not there yet; a record that is there is the same one.
  void insert(List<ParkedRecord> records);

  /// The first pending records in the order of their offsets, at most `limit`.
  List<ParkedRecord> pending(Parking parking, int limit);

  /// The offsets of all pending records, in order.
  List<Long> pendingOffsets(Parking parking);

  /// Whether a pending record before the offset keeps the day from ending.
  boolean holds(Parking parking, LocalDate day, long before);
}
