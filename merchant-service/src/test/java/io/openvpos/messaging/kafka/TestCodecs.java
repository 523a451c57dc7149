package io.openvpos.messaging.kafka;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;

/// Codecs that keep the records themselves, where a test is not about the wire: a value is the
/// number of its record.
public final class TestCodecs {

  private TestCodecs() {}

  public static AvroCodec keeping() {
    List<Object> kept = new ArrayList<>();
    return new AvroCodec(
        (topic, value) -> {
          kept.add(value);
          return ByteBuffer.allocate(Integer.BYTES).putInt(kept.size() - 1).array();
        },
        (topic, wire) -> {
          if (wire.length != Integer.BYTES) {
            throw new SerializationException("not a value");
          }
          return kept.get(ByteBuffer.wrap(wire).getInt());
        });
  }
}
