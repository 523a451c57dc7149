package io.openvpos.settlement.fakes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.messaging.kafka.TestSenders;
import io.openvpos.messaging.mongo.Documents;
import io.openvpos.messaging.outbox.OutboxEntry;
import io.openvpos.messaging.outbox.OutboxRelay;
import io.openvpos.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/// Takes what relays send, at once, and tells it by event id.
public final class Broker {

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());

  public OutboxRelay relay(Documents documents) {
    return new OutboxRelay("test", documents, TestSenders.over(producer));
  }

  /// An event whose bytes are its id.
  public static OutboxEntry event(String eventId, Topic topic) {
    byte[] value = eventId.getBytes(StandardCharsets.UTF_8);
    return new OutboxEntry(eventId, topic, 0, "key", value, Map.of());
  }

  /// Waits until just these events have been sent, in this order: a relay sends on a thread of its
  /// own.
  public void awaitSent(String... eventIds) {
    await()
        .atMost(Duration.ofMinutes(2))
        .untilAsserted(() -> assertThat(sent()).containsExactly(eventIds));
  }

  /// How many records of a topic have been sent.
  public long sentTo(Topic topic) {
    return producer.history().stream().filter(sent -> sent.topic().equals(topic.name())).count();
  }

  private List<String> sent() {
    return producer.history().stream()
        .map(found -> new String(found.value(), StandardCharsets.UTF_8))
        .toList();
  }
}
