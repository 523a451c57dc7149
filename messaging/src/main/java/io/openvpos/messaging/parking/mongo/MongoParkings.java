package io.openvpos.messaging.parking.mongo;

import com.mongodb.client.model.InsertOneModel;
import com.mongodb.reactivestreams.client.MongoDatabase;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingId;
import io.openvpos.messaging.parking.Parkings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.Document;

/// Collection `parkings`: `_id` is topic|partition|key, changed by compare-and-set. Collection
/// `parked_records`: `_id` is topic|partition|offset, inserted once and kept: what was put aside
/// can be shown afterwards.
public final class MongoParkings implements Parkings {

  private static final Document BY_ID = new Document("_id", 1);
  private static final Document BY_OFFSET = new Document("offset", 1);

  private final Documents parkings;
  private final Documents records;

  public MongoParkings(MongoDatabase database) {
    parkings = Documents.versioned(database, "parkings");
    parkings.index(new Document("open", 1));
    records = Documents.plain(database, "parked_records");
    records.index(new Document("parking", 1).append("offset", 1));
  }

  @Override
  public Optional<Parking> find(ParkingId id) {
    return parkings.find(id.text()).map(ParkingDocuments::parking);
  }

  @Override
  public List<Parking> open() {
    return parkings.findMany(new Document("open", true), BY_ID, 0).stream()
        .map(ParkingDocuments::parking)
        .toList();
  }

  @Override
  public boolean save(Parking changed) {
    String id = changed.id().text();
    Document state = ParkingDocuments.state(changed);
    if (changed.version() == 1) {
      Document first = new Document("_id", id).append("version", 1L);
      first.putAll(state);
      return parkings.insert(first);
    }
    return parkings.compareAndSet(id, changed.version() - 1, new Document("$set", state));
  }

  @Override
  public void insert(List<ParkedRecord> added) {
    records.bulk(
        added.stream()
            .map(record -> new InsertOneModel<>(ParkingDocuments.document(record)))
            .toList());
  }

  @Override
  public List<ParkedRecord> pending(Parking parking, int limit) {
    return records.findMany(pendingOf(parking), BY_OFFSET, limit).stream()
        .map(found -> ParkingDocuments.record(parking.id(), found))
        .toList();
  }

  @Override
  public List<Long> pendingOffsets(Parking parking) {
    List<Long> offsets = new ArrayList<>();
    records.forEach(
        pendingOf(parking),
        new Document("offset", 1),
        found -> offsets.add(found.getLong("offset")));
    return offsets.stream().sorted().toList();
  }

  @Override
  public boolean holds(Parking parking, LocalDate day, long before) {
    Document pending = pendingOf(parking);
    pending.get("offset", Document.class).append("$lt", before);
    // A day that is not known counts as of every day.
    List<Document> held =
        List.of(
            new Document("day", null), new Document("day", new Document("$lte", day.toString())));
    return parking.open() && records.findOne(pending.append("$or", held)).isPresent();
  }

  private static Document pendingOf(Parking parking) {
    return new Document("parking", parking.id().text())
        .append(
            "offset",
            new Document("$gt", parking.replayedThrough()).append("$lte", parking.parkedThrough()));
  }
}
