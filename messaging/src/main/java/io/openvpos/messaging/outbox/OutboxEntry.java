package io.openvpos.messaging.outbox;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/// One event waiting in its document, already in the bytes that will be sent: a resend is the same
/// record with the same id.
///
/// @param eventId made once; unique for ever
/// @param partition null: chosen by the key
/// @param value the Avro value in the Confluent wire format
@SuppressWarnings("ArrayRecordComponent") // Bytes for the wire, never compared.
public record OutboxEntry(
    String eventId,
    Topic topic,
    @Nullable Integer partition,
    String key,
    byte[] value,
    Map<String, String> headers) {

  public Document toDocument() {
    return new Document("id", eventId)
        .append("topic", topic.name())
        .append("partition", partition)
        .append("key", key)
        .append("value", new Binary(value))
        .append("headers", new Document(headers));
  }

  public static OutboxEntry from(Document stored) {
    Map<String, String> headers = new LinkedHashMap<>();
    stored
        .get("headers", new Document())
        .forEach((name, value) -> headers.put(name, String.valueOf(value)));
    return new OutboxEntry(
        stored.getString("id"),
        Topics.named(stored.getString("topic")),
        stored.getInteger("partition"),
        stored.getString("key"),
        stored.get("value", Binary.class).getData(),
        headers);
  }

  /// The events of a document that are not yet known to be sent, oldest first.
  public static List<OutboxEntry> of(Document document) {
    return document.getList("outbox", Document.class, List.of()).stream()
        .map(OutboxEntry::from)
        .toList();
  }
}
