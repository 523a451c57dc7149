package io.openvpos.messaging.parking.kafka;

import io.openvpos.messaging.parking.ParkedBeforeMarkerException;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.Parkings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// What goes aside of one partition in one delivery. Records are stored first, then the parking
/// says so; only then may their offsets be committed.
final class Aside implements MarkerGate {

  private final Parkings parkings;
  private final Function<ConsumerRecord<String, byte[]>, ParkedRecord> reading;
  private final TopicPartition source;
  private final Map<String, Parking> open = new HashMap<>();
  private final Map<String, List<ParkedRecord>> gathered = new LinkedHashMap<>();

  /// @param open the parkings as read for this delivery
  Aside(
      Parkings parkings,
      Function<ConsumerRecord<String, byte[]>, ParkedRecord> reading,
      TopicPartition source,
      List<Parking> open) {
    this.parkings = parkings;
    this.reading = reading;
    this.source = source;
    here(open).forEach(parking -> this.open.put(parking.id().key(), parking));
  }

  /// False if the record is to be handled.
  boolean takes(ConsumerRecord<String, byte[]> found) {
    Parking parking = open.get(found.key());
    if (parking == null || !parking.takes(found.offset())) {
      return false;
    }
    gathered.computeIfAbsent(found.key(), _ -> new ArrayList<>()).add(reading.apply(found));
    return true;
  }

  /// What was taken aside is pending when this returns. Throws [ParkingReleasedException] if a
  /// replay ended a parking since it was read.
  void settle() {
    gathered.forEach((_, records) -> append(records));
    gathered.clear();
  }

  private void append(List<ParkedRecord> records) {
    parkings.insert(records);
    long first = records.getFirst().offset();
    Parking parking = open.get(records.getFirst().parking().key());
    while (parking != null && parking.takes(first)) {
      Parking appended = parking.appended(first, records.getLast().offset());
      if (parkings.save(appended)) {
        open.put(parking.id().key(), appended);
        return;
      }
      parking = parkings.find(parking.id()).orElse(null);
    }
    throw new ParkingReleasedException(records.getFirst().parking().key());
  }

  @Override
  public void pass(LocalDate day, long offset) {
    settle();
    // Read anew: a replay may have handled them all since the delivery began.
    for (Parking parking : here(parkings.open())) {
      if (parkings.holds(parking, day, offset)) {
        throw new ParkedBeforeMarkerException(day, parking.id());
      }
    }
  }

  private List<Parking> here(List<Parking> all) {
    return all.stream()
        .filter(parking ->
            parking.id().topic().equals(source.topic())
                && parking.id().partition() == source.partition())
        .toList();
  }
}
