package io.openvpos.messaging.avro;

import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.pulsar.kafka.shade.avro.generic.GenericDatumReader;
import org.apache.pulsar.kafka.shade.avro.generic.GenericRecord;
import org.apache.pulsar.kafka.shade.avro.io.DecoderFactory;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.KafkaAvroDeserializer;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.pulsar.kafka.shade.io.confluent.kafka.serializers.subject.TopicRecordNameStrategy;

/// Confluent's own serializer and deserializer, with their own Avro, at a registry.
final class Confluent {

  private final Serializer<Object> serializer = new KafkaAvroSerializer();
  private final Deserializer<Object> deserializer = new KafkaAvroDeserializer();

  Confluent(String registry) {
    Map<String, Object> configs =
        Map.of(
            "schema.registry.url",
            registry,
            "auto.register.schemas",
            true,
            "value.subject.name.strategy",
            TopicRecordNameStrategy.class.getName());
    serializer.configure(configs, false);
    deserializer.configure(configs, false);
  }

  GenericRecord read(String topic, byte[] wire) {
    return (GenericRecord) deserializer.deserialize(topic, wire);
  }

  byte[] write(String topic, GenericRecord value) {
    return serializer.serialize(topic, value);
  }

  /// Makes a record of Confluent's Avro from a schema and a plain binary value.
  static GenericRecord make(String schema, byte[] binary) throws IOException {
    var parsed = new org.apache.pulsar.kafka.shade.avro.Schema.Parser().parse(schema);
    return new GenericDatumReader<GenericRecord>(parsed)
        .read(null, DecoderFactory.get().binaryDecoder(binary, null));
  }
}
