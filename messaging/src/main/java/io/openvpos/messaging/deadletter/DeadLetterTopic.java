package io.openvpos.messaging.deadletter;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Partitioning;
import io.openvpos.schemas.Topic.Retention;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/// Where a reading group puts what it cannot read of a topic. Key, value and headers stay as they
/// were; three more headers say where the record stood. They can be sent to their source again: it
/// must not carry money, for that is written by its one writer alone.
public record DeadLetterTopic(Topic source, String group) {

  private static final String PREFIX = "source-";
  private static final String SOURCE_TOPIC = PREFIX + "topic";
  private static final String SOURCE_PARTITION = PREFIX + "partition";
  private static final String SOURCE_OFFSET = PREFIX + "offset";

  public DeadLetterTopic {
    if (source.partitioning() == Partitioning.MONEY) {
      throw new IllegalArgumentException("not to be written again: " + source);
    }
  }

  /// One partition: there are few, and they are replayed in the order they came.
  public Topic topic() {
    return new Topic(source.deadLetters(group), Partitioning.SINGLE, Retention.DAYS_35);
  }

  public ProducerRecord<String, byte[]> letter(ConsumerRecord<String, byte[]> poison) {
    ProducerRecord<String, byte[]> letter =
        new ProducerRecord<>(topic().name(), poison.key(), poison.value());
    keptHeaders(poison, letter);
    header(letter, SOURCE_TOPIC, poison.topic());
    header(letter, SOURCE_PARTITION, String.valueOf(poison.partition()));
    header(letter, SOURCE_OFFSET, String.valueOf(poison.offset()));
    return letter;
  }

  /// The record for its source topic again, in the partition where it stood, with its own headers.
  ProducerRecord<String, byte[]> replayed(ConsumerRecord<String, byte[]> letter) {
    ProducerRecord<String, byte[]> again =
        new ProducerRecord<>(source.name(), sourcePartition(letter), letter.key(), letter.value());
    keptHeaders(letter, again);
    return again;
  }

  private static void keptHeaders(
      ConsumerRecord<String, byte[]> from, ProducerRecord<String, byte[]> to) {
    for (Header header : from.headers()) {
      if (!header.key().startsWith(PREFIX)) {
        to.headers().add(header);
      }
    }
  }

  private static void header(ProducerRecord<String, byte[]> letter, String name, String text) {
    letter.headers().add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private static @Nullable Integer sourcePartition(ConsumerRecord<String, byte[]> letter) {
    Header partition = letter.headers().lastHeader(SOURCE_PARTITION);
    return partition == null
        ? null
        : Integer.valueOf(new String(partition.value(), StandardCharsets.UTF_8));
  }
}
