package io.openvpos.sandbox.verify.reading;

import io.openvpos.messaging.avro.AvroDeserializer;
import io.openvpos.sandbox.verify.books.Rows;
import io.openvpos.sandbox.verify.books.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/// Every record of every topic, dead letters too, from offset 0 to the ends seen at the start.
/// Without a group, so that it takes nothing from anybody. One topic after another; the records of
/// a partition in order.
final class TopicRecords implements Rows<Told> {

  private static final Duration POLL = Duration.ofMillis(500);

  /// Without a record for so long, the rest of a topic counts as unreadable.
  private static final int EMPTY_POLLS = 60;

  private final String bootstrapServers;
  private final AvroDeserializer avro = new AvroDeserializer();

  TopicRecords(String bootstrapServers, String registryUrl) {
    this.bootstrapServers = bootstrapServers;
    avro.configure(Map.of("schema.registry.url", registryUrl, "specific.avro.reader", true), false);
  }

  @Override
  public void forEach(Consumer<Told> each) {
    try (KafkaConsumer<byte[], byte[]> consumer = consumer()) {
      consumer.listTopics().keySet().stream()
          .filter(topic -> !topic.startsWith("_"))
          .sorted()
          .forEach(topic -> read(consumer, topic, each));
    }
  }

  private KafkaConsumer<byte[], byte[]> consumer() {
    Map<String, Object> configs =
        Map.of(
            ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
            bootstrapServers,
            ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
            false,
            ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
            "earliest",
            ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
            5_000,
            // Only what is there is read: the broker need not wait for more before each next topic.
            ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
            10);
    return new KafkaConsumer<>(configs, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private void read(KafkaConsumer<byte[], byte[]> consumer, String topic, Consumer<Told> each) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic).stream()
            .map(info -> new TopicPartition(topic, info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToBeginning(partitions);
    Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
    int empty = 0;
    while (behind(consumer, ends)) {
      int read = 0;
      for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
        read++;
        if (found.offset() < ends.getOrDefault(partition(found), 0L)) {
          each.accept(told(found));
        }
      }
      empty = read == 0 ? empty + 1 : 0;
      if (empty > EMPTY_POLLS) {
        throw new KafkaException("topic " + topic + " gives no more records before its end");
      }
    }
  }

  private static TopicPartition partition(ConsumerRecord<?, ?> found) {
    return new TopicPartition(found.topic(), found.partition());
  }

  private static boolean behind(
      KafkaConsumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  private Told told(ConsumerRecord<byte[], byte[]> found) {
    byte[] value = found.value() == null ? new byte[0] : found.value();
    String key = found.key() == null ? "" : Texts.of(found.key());
    return new Told(
        found.topic(), found.partition(), found.offset(), key, value, record(found.topic(), value));
  }

  private @Nullable SpecificRecord record(String topic, byte[] value) {
    try {
      return avro.deserialize(topic, value) instanceof SpecificRecord known ? known : null;
    } catch (KafkaException e) {
      return null;
    }
  }
}
