package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/// Sends records and tells when every in-sync replica has them. The one producer of a service.
public final class RecordSender implements AutoCloseable {

  private final Producer<String, byte[]> producer;

  public RecordSender(Producer<String, byte[]> producer) {
    this.producer = producer;
  }

  /// Completes with the broker's acknowledgement, or exceptionally when the delivery time is over:
  /// then the record may or may not be there.
  ///
  /// @param partition null: chosen by the key
  public CompletableFuture<RecordMetadata> send(
      Topic topic,
      @Nullable Integer partition,
      String key,
      byte[] value,
      Map<String, String> headers) {
    ProducerRecord<String, byte[]> outgoing =
        new ProducerRecord<>(topic.name(), partition, key, value);
    headers.forEach(
        (name, text) -> outgoing.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
    return send(outgoing);
  }

  /// As above, with a record that is already put together.
  public CompletableFuture<RecordMetadata> send(ProducerRecord<String, byte[]> outgoing) {
    CompletableFuture<RecordMetadata> sent = new CompletableFuture<>();
    try {
      var _ =
          producer.send(
              outgoing,
              (metadata, failure) -> {
                if (failure == null) {
                  sent.complete(metadata);
                } else {
                  sent.completeExceptionally(failure);
                }
              });
    } catch (KafkaException e) {
      sent.completeExceptionally(e);
    }
    return sent;
  }

  public int partitions(Topic topic) {
    return producer.partitionsFor(topic.name()).size();
  }

  @Override
  public void close() {
    producer.close(Duration.ofSeconds(5));
  }
}
