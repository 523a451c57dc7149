package io.openvpos.messaging.parking.mongo;

import io.openvpos.messaging.parking.Decision;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.Parking;
import io.openvpos.messaging.parking.ParkingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// The two kinds of documents, field by field.
final class ParkingDocuments {

  private ParkingDocuments() {}

  /// Without the id and the version.
  static Document state(Parking parking) {
    return new Document("topic", parking.id().topic())
        .append("partition", parking.id().partition())
        .append("key", parking.id().key())
        .append("open", parking.open())
        .append("from", parking.from())
        .append("parked_through", parking.parkedThrough())
        .append("replayed_through", parking.replayedThrough())
        .append("parked", decision(parking.parked()))
        .append("released", decision(parking.released()));
  }

  static Parking parking(Document found) {
    return new Parking(
        new ParkingId(
            found.getString("topic"), found.getInteger("partition"), found.getString("key")),
        found.getLong("version"),
        found.getBoolean("open"),
        found.getLong("from"),
        found.getLong("parked_through"),
        found.getLong("replayed_through"),
        decided(found.get("parked", Document.class)),
        found.get("released") == null ? null : decided(found.get("released", Document.class)));
  }

  static Document document(ParkedRecord record) {
    List<Document> headers =
        record.headers().stream()
            .map(header ->
                new Document("name", header.name()).append("value", new Binary(header.value())))
            .toList();
    return new Document("_id", record.id())
        .append("parking", record.parking().text())
        .append("offset", record.offset())
        .append("timestamp", Date.from(record.timestamp()))
        .append("day", record.day().map(LocalDate::toString).orElse(null))
        .append("headers", headers)
        .append("value", new Binary(record.value()));
  }

  static ParkedRecord record(ParkingId parking, Document found) {
    return new ParkedRecord(
        parking,
        found.getLong("offset"),
        found.getDate("timestamp").toInstant(),
        Optional.ofNullable(found.getString("day")).map(LocalDate::parse),
        found.getList("headers", Document.class).stream()
            .map(header ->
                new ParkedRecord.Header(
                    header.getString("name"), header.get("value", Binary.class).getData()))
            .toList(),
        found.get("value", Binary.class).getData());
  }

  private static @Nullable Document decision(@Nullable Decision decision) {
    return decision == null
        ? null
        : new Document("by", decision.by())
            .append("at", decision.at().toString())
            .append("reason", decision.reason());
  }

  private static Decision decided(Document found) {
    return new Decision(
        found.getString("by"), Instant.parse(found.getString("at")), found.getString("reason"));
  }
}
