package io.openvpos.sandbox.verify.books;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/// A record of a topic.
///
/// @param key empty if the record has none
/// @param value the bytes on the wire
/// @param record what they say; null where they cannot be decoded
@SuppressWarnings("ArrayRecordComponent") // Bytes from the wire, never compared.
public record Told(
    String topic,
    int partition,
    long offset,
    String key,
    byte[] value,
    @Nullable SpecificRecord record) {

  /// `topic-partition@offset`.
  public String place() {
    return topic + "-" + partition + "@" + offset;
  }
}
