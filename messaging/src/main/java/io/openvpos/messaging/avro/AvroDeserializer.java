package io.openvpos.messaging.avro;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/// Reads the Confluent wire format. With `specific.avro.reader` the generated class of the record's
/// name is read into, by its own schema; otherwise a generic record by the writer's.
public final class AvroDeserializer implements Deserializer<Object> {

  private static final int HEADER = 5;

  private final Map<Integer, DatumReader<Object>> readers = new ConcurrentHashMap<>();
  private @Nullable SchemaRegistry registry;
  private boolean specific;

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    TrustedRecords.trust();
    AvroSerdeConfig config = new AvroSerdeConfig(configs, isKey);
    registry = config.registry();
    specific = config.specificReader();
  }

  @Override
  public @Nullable Object deserialize(String topic, byte @Nullable [] data) {
    if (data == null) {
      return null;
    }
    if (data.length < HEADER || data[0] != 0) {
      throw new SerializationException("not in the Confluent wire format");
    }
    int id = ByteBuffer.wrap(data, 1, 4).getInt();
    DatumReader<Object> reader = reader(id);
    try {
      return reader.read(
          null, DecoderFactory.get().binaryDecoder(data, HEADER, data.length - HEADER, null));
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot read a value of schema " + id, e);
    }
  }

  private DatumReader<Object> reader(int id) {
    DatumReader<Object> known = readers.get(id);
    if (known != null) {
      return known;
    }
    if (registry == null) {
      throw new SerializationException("the deserializer is not configured");
    }
    DatumReader<Object> made = reader(registry.schema(id));
    readers.put(id, made);
    return made;
  }

  private DatumReader<Object> reader(Schema writer) {
    return specific ? specific(writer) : new GenericDatumReader<>(writer);
  }

  private static DatumReader<Object> specific(Schema writer) {
    Class<?> type = SpecificData.get().getClass(writer);
    if (type == null || !SpecificRecord.class.isAssignableFrom(type)) {
      throw new SerializationException("no class for " + writer.getFullName());
    }
    SpecificData data = SpecificData.getForClass(type);
    return new SpecificDatumReader<>(writer, data.getSchema(type), data);
  }
}
