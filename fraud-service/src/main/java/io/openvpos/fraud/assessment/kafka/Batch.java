package io.openvpos.fraud.assessment.kafka;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What one poll, or several, brought.
///
/// @param asked to be stored and answered
/// @param unreadable to be put aside
/// @param next the offsets to commit once all of it is done
record Batch(
    List<Asked> asked,
    List<ConsumerRecord<String, byte[]>> unreadable,
    Map<TopicPartition, OffsetAndMetadata> next) {

  int records() {
    return asked.size() + unreadable.size();
  }

  /// All of it, in that order.
  static Batch together(List<Batch> batches) {
    Map<TopicPartition, OffsetAndMetadata> next = new HashMap<>();
    batches.forEach(batch -> next.putAll(batch.next()));
    return new Batch(
        batches.stream().flatMap(batch -> batch.asked().stream()).toList(),
        batches.stream().flatMap(batch -> batch.unreadable().stream()).toList(),
        next);
  }
}
