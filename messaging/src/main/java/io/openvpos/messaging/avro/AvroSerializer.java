package io.openvpos.messaging.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericContainer;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// Writes Avro records in the Confluent wire format: 0x00, the schema id (4 bytes, big-endian), the
/// binary value. Takes the configuration of Confluent's `KafkaAvroSerializer`, which can replace it
/// by its class name alone.
public final class AvroSerializer implements Serializer<Object> {

  private @Nullable SchemaRegistry registry;
  private @Nullable SubjectNaming naming;
  private boolean autoRegister;
  private boolean useLatest;
  private boolean key;

  @Override
  public void configure(Map<String, ?> configs, boolean isKey) {
    TrustedRecords.trust();
    AvroSerdeConfig config = new AvroSerdeConfig(configs, isKey);
    registry = config.registry();
    naming = config.naming();
    autoRegister = config.autoRegister();
    useLatest = config.useLatest();
    key = isKey;
  }

  @Override
  public byte @Nullable [] serialize(String topic, @Nullable Object data) {
    if (data == null) {
      return null;
    }
    if (!(data instanceof GenericContainer container)) {
      throw new SerializationException("not an Avro record: " + data.getClass());
    }
    SchemaRegistry.Registered registered = registered(topic, container.getSchema());
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
    bytes.write(0);
    bytes.writeBytes(ByteBuffer.allocate(4).putInt(registered.id()).array());
    try {
      BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
      writer(container, registered.schema()).write(container, encoder);
      encoder.flush();
    } catch (IOException | RuntimeException e) {
      throw new SerializationException("cannot write " + container.getSchema().getFullName(), e);
    }
    return bytes.toByteArray();
  }

  private SchemaRegistry.Registered registered(String topic, Schema schema) {
    if (registry == null || naming == null) {
      throw new SerializationException("the serializer is not configured");
    }
    String subject = naming.subject(topic, schema.getFullName(), key);
    if (autoRegister) {
      return registry.register(subject, schema);
    }
    return useLatest ? registry.latest(subject) : registry.lookUp(subject, schema);
  }

  private static DatumWriter<Object> writer(GenericContainer value, Schema schema) {
    return value instanceof SpecificRecord
        ? new SpecificDatumWriter<>(schema, SpecificData.getForClass(value.getClass()))
        : new GenericDatumWriter<>(schema);
  }
}
