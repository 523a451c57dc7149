package io.openvpos.messaging.kafka;

import org.apache.kafka.clients.producer.MockProducer;

/// Senders over Kafka's own in-memory producer.
public final class TestSenders {

  private TestSenders() {}

  public static RecordSender over(MockProducer<String, byte[]> producer) {
    return new RecordSender(producer);
  }
}
