package io.openvpos.messaging.parking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Parkings with the atomicity of one document and nothing more. `before` runs before each
/// operation: it may do what another instance would, or crash.
public class InMemoryParkings implements Parkings {

  public final Map<String, Parking> parkings = new TreeMap<>();
  public final Map<String, ParkedRecord> records = new TreeMap<>();
  public Runnable before = () -> {};

  @Override
  public Optional<Parking> find(ParkingId id) {
    before.run();
    return Optional.ofNullable(parkings.get(id.text()));
  }

  @Override
  public List<Parking> open() {
    before.run();
    return parkings.values().stream().filter(Parking::open).toList();
  }

  @Override
  public boolean save(Parking changed) {
    before.run();
    Parking stored = parkings.get(changed.id().text());
    long version = stored == null ? 0 : stored.version();
    if (version != changed.version() - 1) {
      return false;
    }
    parkings.put(changed.id().text(), changed);
    return true;
  }

  @Override
  public void insert(List<ParkedRecord> added) {
    for (ParkedRecord record : added) {
      before.run();
      records.putIfAbsent(record.id(), record);
    }
  }

  @Override
  public List<ParkedRecord> pending(Parking parking, int limit) {
    before.run();
    return all(parking).stream().limit(limit).toList();
  }

  @Override
  public List<Long> pendingOffsets(Parking parking) {
    before.run();
    return all(parking).stream().map(ParkedRecord::offset).toList();
  }

  @Override
  public boolean holds(Parking parking, LocalDate day, long offset) {
    before.run();
    return all(parking).stream().anyMatch(record -> record.offset() < offset && record.holds(day));
  }

  private List<ParkedRecord> all(Parking parking) {
    List<ParkedRecord> pending = new ArrayList<>(records.values());
    pending.removeIf(record ->
        !record.parking().equals(parking.id())
            || record.offset() <= parking.replayedThrough()
            || record.offset() > parking.parkedThrough());
    pending.sort(Comparator.comparingLong(ParkedRecord::offset));
    return pending;
  }
}
