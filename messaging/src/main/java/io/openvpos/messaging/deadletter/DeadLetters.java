package io.openvpos.messaging.deadletter;

import io.openvpos.messaging.kafka.RecordSender;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.core.ConsumerFactory;

/// The dead letters of a service: how many wait, and their replay. How far a replay came is the
/// committed offset of a group of its own, so the next one goes on there. Two replays at once send
/// some records twice; their readers know them by their event ids.
public final class DeadLetters {

  private static final Duration POLL = Duration.ofMillis(200);

  private final List<DeadLetterTopic> topics;
  private final ConsumerFactory<String, byte[]> consumers;
  private final RecordSender sender;

  public DeadLetters(
      List<DeadLetterTopic> topics,
      ConsumerFactory<String, byte[]> consumers,
      RecordSender sender) {
    this.topics = List.copyOf(topics);
    this.consumers = consumers;
    this.sender = sender;
  }

  /// @param records not replayed yet
  record Waiting(DeadLetterTopic topic, long records) {}

  Optional<DeadLetterTopic> named(String name) {
    return topics.stream().filter(one -> one.topic().name().equals(name)).findFirst();
  }

  List<Waiting> waiting() {
    return topics.stream().map(topic -> new Waiting(topic, waiting(topic))).toList();
  }

  private long waiting(DeadLetterTopic topic) {
    try (Consumer<String, byte[]> consumer = consumer(topic)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      return ends.entrySet().stream()
          .mapToLong(end -> end.getValue() - consumer.position(end.getKey()))
          .sum();
    }
  }

  /// Sends what waits now to its source topic and tells how many that were. What fails again comes
  /// back behind them, for the next replay.
  long replay(DeadLetterTopic topic) {
    try (Consumer<String, byte[]> consumer = consumer(topic)) {
      Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
      long sent = 0;
      while (isBehind(consumer, ends)) {
        List<CompletableFuture<?>> acknowledged = new ArrayList<>();
        Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
        for (ConsumerRecord<String, byte[]> letter : consumer.poll(POLL)) {
          TopicPartition place = new TopicPartition(letter.topic(), letter.partition());
          if (letter.offset() < ends.getOrDefault(place, 0L)) {
            acknowledged.add(sender.send(topic.replayed(letter)));
            next.put(place, new OffsetAndMetadata(letter.offset() + 1));
          }
        }
        CompletableFuture.allOf(acknowledged.toArray(CompletableFuture[]::new)).join();
        if (!next.isEmpty()) {
          consumer.commitSync(next);
        }
        sent += acknowledged.size();
      }
      return sent;
    }
  }

  private static boolean isBehind(
      Consumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .anyMatch(end -> consumer.position(end.getKey()) < end.getValue());
  }

  /// Reads all partitions without joining its group, from where the last replay ended.
  private Consumer<String, byte[]> consumer(DeadLetterTopic topic) {
    String name = topic.topic().name();
    Consumer<String, byte[]> consumer = consumers.createConsumer(name + ".replay", "");
    consumer.assign(
        new HashSet<>(
            consumer.partitionsFor(name).stream()
                .map(one -> new TopicPartition(name, one.partition()))
                .toList()));
    return consumer;
  }
}
