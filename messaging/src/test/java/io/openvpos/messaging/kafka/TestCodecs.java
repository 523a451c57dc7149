package io.openvpos.messaging.kafka;

import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/// Codecs for tests that are not about the wire.
public final class TestCodecs {

  private TestCodecs() {}

  /// Reads values as the test says; writes none.
  public static AvroCodec reading(Function<byte[], SpecificRecord> reader) {
    return new AvroCodec(
        (_, _) -> {
          throw new AssertionError("nothing is written");
        },
        (_, wire) -> reader.apply(wire));
  }
}
