package io.openvpos.messaging.kafka;

import io.openvpos.messaging.avro.TrustedRecords;
import io.openvpos.schemas.Topic;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Avro records to and from the bytes on the wire, by the serde classes that the settings name. The
/// relay sends bytes as stored, so a resend is the same record.
public final class AvroCodec {

  private final Serializer<Object> serializer;
  private final Deserializer<Object> deserializer;

  public AvroCodec(Serializer<Object> serializer, Deserializer<Object> deserializer) {
    this.serializer = serializer;
    this.deserializer = deserializer;
  }

  static AvroCodec of(KafkaSettings settings) {
    Map<String, Object> configs = new HashMap<>();
    configs.put("schema.registry.url", settings.registryUrl());
    configs.put("auto.register.schemas", true);
    configs.put("value.subject.name.strategy", subjectStrategy(settings.serializer()));
    configs.putAll(settings.serde());
    configs.put("specific.avro.reader", true);
    // Whichever classes read and write.
    TrustedRecords.trust();
    Serializer<Object> serializer = make(settings.serializer(), Serializer.class);
    Deserializer<Object> deserializer = make(settings.deserializer(), Deserializer.class);
    serializer.configure(configs, false);
    deserializer.configure(configs, false);
    return new AvroCodec(serializer, deserializer);
  }

  public byte[] encode(Topic topic, SpecificRecord value) {
    return serializer.serialize(topic.name(), value);
  }

  /// A value that cannot be read is an [UndecodableRecordException]; a registry that does not
  /// answer is a [RetriableException], so that nobody puts a good record aside because of it.
  public SpecificRecord decode(String topic, byte @Nullable [] wire) {
    try {
      Object value = deserializer.deserialize(topic, wire);
      if (value instanceof SpecificRecord known) {
        return known;
      }
      throw new SerializationException("no value");
    } catch (RetriableException e) {
      throw e;
    } catch (KafkaException e) {
      throw new UndecodableRecordException("an undecodable value on " + topic, e);
    }
  }

  /// Confluent's classes want the full name of their strategy; ours takes the simple one.
  private static String subjectStrategy(String serializer) {
    String confluent = "io.confluent.kafka.serializers.";
    return serializer.startsWith(confluent)
        ? confluent + "subject.TopicRecordNameStrategy"
        : "TopicRecordNameStrategy";
  }

  @SuppressWarnings("unchecked") // The class is named in the settings; what it serves is Object.
  private static <T> T make(String className, Class<? super T> type) {
    try {
      return (T) Utils.newInstance(className, type);
    } catch (ClassNotFoundException e) {
      throw new IllegalArgumentException("no such serde class: " + className, e);
    }
  }
}
