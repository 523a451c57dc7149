package io.openvpos.sandbox.simulation.world;

import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingId;
import io.openvpos.messaging.parking.Parkings;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// The parkings of a platform in which no operator parks: what cannot be taken in stops its
/// partition.
final class NothingParked implements Parkings {

  private final StoreCalls calls;

  NothingParked(StoreCalls calls) {
    this.calls = calls;
  }

  @Override
  public List<Parking> open() {
    return calls.read("read parkings", List::of);
  }

  @Override
  public Optional<Parking> find(ParkingId id) {
    return Optional.empty();
  }

  @Override
  public boolean save(Parking changed) {
    throw new UnsupportedOperationException("nobody parks here");
  }

  @Override
  public void insert(List<ParkedRecord> records) {
    throw new UnsupportedOperationException("nobody parks here");
  }

  @Override
  public List<ParkedRecord> pending(Parking parking, int limit) {
    return List.of();
  }

  @Override
  public List<Long> pendingOffsets(Parking parking) {
    return List.of();
  }

  @Override
  public boolean holds(Parking parking, LocalDate day, long before) {
    return false;
  }
}
