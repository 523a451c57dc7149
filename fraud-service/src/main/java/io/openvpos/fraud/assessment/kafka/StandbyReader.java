package io.openvpos.fraud.assessment.kafka;

import io.openvpos.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Counts on in the states that stand by, in rounds: what the group has committed as answered when
/// a round begins, and no record beyond. So a state is never ahead of the first question still to
/// be answered. Each round reads the last record counted once more: a log that was made anew, or
/// lost its end, is found out, and then read from as far back as histories go.
///
/// Confined to the thread that stands by. The consumer asks where the group of the questions
/// stands, and is no member of it.
final class StandbyReader {

  private static final Logger LOGGER = LoggerFactory.getLogger(StandbyReader.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final Consumer<String, byte[]> consumer;
  private final Parts parts;
  private final Duration atMost;
  private final Set<TopicPartition> anew = new HashSet<>();

  /// @param atMost how long a round reads
  StandbyReader(Consumer<String, byte[]> consumer, Parts parts, Duration atMost) {
    this.consumer = consumer;
    this.parts = parts;
    this.atMost = atMost;
  }

  /// What standing by takes.
  record Parts(
      RiskCheckDecoder decoder,
      ReplayPoint replayPoint,
      Beginnings beginnings,
      StandbyStates states) {}

  /// Returns how many records are still to be counted.
  long round() {
    Map<TopicPartition, Long> answered = answered();
    begin(answered.keySet());
    Map<TopicPartition, CountedState> behind = parts.states().behind(answered);
    if (!behind.isEmpty()) {
      read(behind, answered);
    }
    return parts.states().lag(answered);
  }

  /// Of each partition that another owns, the first offset that is not answered yet. One where
  /// nothing is answered has nothing to count.
  private Map<TopicPartition, Long> answered() {
    List<TopicPartition> all =
        consumer.partitionsFor(Topics.RISK_CHECKS.name()).stream()
            .map(each -> new TopicPartition(each.topic(), each.partition()))
            .toList();
    Map<TopicPartition, Long> answered = new HashMap<>();
    consumer
        .committed(parts.states().followed(all))
        .forEach((partition, stands) -> {
          if (stands != null) {
            answered.put(partition, stands.offset());
          }
        });
    return answered;
  }

  private void begin(Set<TopicPartition> followed) {
    Set<TopicPartition> missing = new HashSet<>(followed);
    missing.removeIf(parts.states()::has);
    if (missing.isEmpty()) {
      return;
    }
    consumer.assign(missing);
    parts
        .replayPoint()
        .of(consumer, missing)
        .forEach((partition, span) -> {
          Beginnings.Begun begun =
              anew.remove(partition)
                  ? parts.beginnings().fromLog(span)
                  : parts.beginnings().begin(partition, span, null);
          LOGGER.info("{} is followed from its {}", partition, begun.from());
          parts.states().begin(partition, begun.state());
        });
  }

  private void read(Map<TopicPartition, CountedState> behind, Map<TopicPartition, Long> answered) {
    consumer.assign(behind.keySet());
    consumer.resume(behind.keySet());
    behind.forEach((partition, state) -> consumer.seek(partition, state.resumesAt()));
    Set<TopicPartition> left = new HashSet<>(behind.keySet());
    long start = System.nanoTime();
    while (!left.isEmpty() && System.nanoTime() - start < atMost.toNanos()) {
      ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
      for (TopicPartition partition : left) {
        long end = answered.getOrDefault(partition, 0L);
        List<ConsumerRecord<String, byte[]>> found =
            polled.records(partition).stream().filter(each -> each.offset() < end).toList();
        CountedState state = behind.get(partition);
        if (state != null) {
          count(partition, state, found);
        }
      }
      left.removeIf(
          partition -> consumer.position(partition) >= answered.getOrDefault(partition, 0L));
      consumer.pause(behind.keySet().stream().filter(each -> !left.contains(each)).toList());
    }
  }

  private void count(
      TopicPartition partition, CountedState state, List<ConsumerRecord<String, byte[]>> found) {
    if (!parts.states().count(partition, state, parts.decoder().decodeAll(found))) {
      LOGGER.warn("{} is not what its standby was taken of: all of it is read", partition);
      anew.add(partition);
    }
  }
}
