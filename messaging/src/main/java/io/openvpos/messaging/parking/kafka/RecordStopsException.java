package io.openvpos.messaging.parking.kafka;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/// Names the record that stops its partition; those before it have been handled.
public final class RecordStopsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient ConsumerRecord<String, byte[]> record;
  private final RuntimeException failure;

  public RecordStopsException(ConsumerRecord<String, byte[]> record, RuntimeException failure) {
    super(failure);
    this.record = record;
    this.failure = failure;
  }

  ConsumerRecord<String, byte[]> record() {
    return record;
  }

  RuntimeException failure() {
    return failure;
  }
}
