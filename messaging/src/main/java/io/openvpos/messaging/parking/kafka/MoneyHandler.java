package io.openvpos.messaging.parking.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/// What a service does with the records of its money topics. Idempotent in every way: records come
/// again, from the listener, from another instance's, and from a replay.
@FunctionalInterface
public interface MoneyHandler {

  /// Some records of one partition, in order.
  interface Turn {

    /// May keep the record until [#finish]. A failure at a record taken before is told as
    /// [RecordStopsException].
    void take(ConsumerRecord<String, byte[]> found);

    /// Everything taken has its effect when this returns. May be called after a failed `take`.
    void finish();
  }

  /// A turn for some records of the partition.
  ///
  /// @param gate to be passed before a day's marker has an effect for the first time
  Turn begin(TopicPartition source, MarkerGate gate);
}
