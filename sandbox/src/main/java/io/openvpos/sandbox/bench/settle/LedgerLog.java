package io.openvpos.sandbox.bench.settle;

import io.openvpos.messaging.avro.AvroSerializer;
import io.openvpos.schemas.Envelope;
import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/// Writes what merchant-service would, as it stands on the wire.
final class LedgerLog implements AutoCloseable {

  private final KafkaProducer<String, byte[]> producer;
  private final AvroSerializer avro = new AvroSerializer();
  private final int partitions;
  private volatile @Nullable Exception failed;

  LedgerLog(String bootstrapServers, String registryUrl) {
    producer =
        new KafkaProducer<>(
            Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                ProducerConfig.LINGER_MS_CONFIG,
                20,
                ProducerConfig.BATCH_SIZE_CONFIG,
                1 << 18,
                ProducerConfig.COMPRESSION_TYPE_CONFIG,
                "lz4"),
            new StringSerializer(),
            new ByteArraySerializer());
    avro.configure(
        Map.of(
            "schema.registry.url",
            registryUrl,
            "auto.register.schemas",
            true,
            "value.subject.name.strategy",
            "TopicRecordNameStrategy"),
        false);
    partitions = producer.partitionsFor(Topics.LEDGER_ENTRIES.name()).size();
  }

  int partitions() {
    return partitions;
  }

  /// Where the records of a merchant stand, in every money topic.
  int partition(String merchantId) {
    byte[] key = merchantId.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(key)) % partitions;
  }

  void write(String key, SpecificRecord value) {
    write(partition(key), key, value);
  }

  void write(int partition, String key, SpecificRecord value) {
    send(Topics.LEDGER_ENTRIES, partition, key, value);
  }

  void writeProfile(String key, SpecificRecord value) {
    String topic = Topics.PROFILES.name();
    send(new ProducerRecord<>(topic, key, avro.serialize(topic, value)));
  }

  private void send(Topic topic, int partition, String key, SpecificRecord value) {
    send(new ProducerRecord<>(topic.name(), partition, key, avro.serialize(topic.name(), value)));
  }

  private void send(ProducerRecord<String, byte[]> message) {
    Future<RecordMetadata> _ =
        producer.send(
            message,
            (_, failure) -> {
              if (failure != null) {
                failed = failure;
              }
            });
  }

  static Envelope envelope(String eventId, Instant at, long version) {
    return Envelope.newBuilder()
        .setEventId(eventId)
        .setOccurredAt(at)
        .setAggregateVersion(version)
        .build();
  }

  /// Returns when all of it stands in the topics.
  void flush() {
    producer.flush();
    Exception failure = failed;
    if (failure != null) {
      throw new IllegalStateException("a record was not taken", failure);
    }
  }

  @Override
  public void close() {
    producer.close();
  }
}
