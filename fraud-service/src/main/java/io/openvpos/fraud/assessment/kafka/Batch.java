package io.openvpos.fraud.assessment.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// What one poll brought.
///
/// @param asked to be stored and answered
/// @param unreadable to be put aside
/// @param next the offsets to commit once all of it is done
record Batch(
    List<Asked> asked,
    List<ConsumerRecord<String, byte[]>> unreadable,
    Map<TopicPartition, OffsetAndMetadata> next) {}
