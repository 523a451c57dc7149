package io.openvpos.messaging.parking.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.UndecodableRecordException;
import io.openvpos.messaging.parking.ParkedRecord;
import io.openvpos.messaging.parking.ParkingId;
import io.openvpos.schemas.WireDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;

/// Records on their way aside and back. What comes back is the record that went, bytes, headers,
/// offset and time.
public final class ParkedRecords {

  private final AvroCodec codec;

  public ParkedRecords(AvroCodec codec) {
    this.codec = codec;
  }

  ParkedRecord parked(ConsumerRecord<String, byte[]> found) {
    List<ParkedRecord.Header> headers = new ArrayList<>();
    for (Header header : found.headers()) {
      headers.add(new ParkedRecord.Header(header.key(), bytes(header.value())));
    }
    return new ParkedRecord(
        new ParkingId(found.topic(), found.partition(), found.key()),
        found.offset(),
        Instant.ofEpochMilli(found.timestamp()),
        day(found),
        headers,
        bytes(found.value()));
  }

  static ConsumerRecord<String, byte[]> polled(ParkedRecord parked) {
    RecordHeaders headers = new RecordHeaders();
    parked.headers().forEach(header -> headers.add(header.name(), header.value()));
    return new ConsumerRecord<>(
        parked.parking().topic(),
        parked.parking().partition(),
        parked.offset(),
        parked.timestamp().toEpochMilli(),
        TimestampType.LOG_APPEND_TIME,
        parked.parking().key().length(),
        parked.value().length,
        parked.parking().key(),
        parked.value(),
        headers,
        Optional.empty());
  }

  /// Of what cannot be read nobody can tell the day. A registry that does not answer is no such
  /// case: it fails the delivery.
  private Optional<LocalDate> day(ConsumerRecord<String, byte[]> found) {
    try {
      return WireDay.of(codec.decode(found.topic(), found.value()));
    } catch (UndecodableRecordException unreadable) {
      return Optional.empty();
    }
  }

  private static byte[] bytes(byte @Nullable [] sent) {
    return sent == null ? new byte[0] : sent;
  }
}
