package io.openvpos.sandbox.bench.assess;

import io.openvpos.messaging.avro.AvroDeserializer;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.fraud.RiskAssessed;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/// Reads every answer as it comes and notes how long after its question was due.
final class Answers implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(50);

  private final KafkaConsumer<String, byte[]> consumer;
  private final AvroDeserializer avro = new AvroDeserializer();
  private final AtomicLongArray due;
  private final int measuredFrom;
  private final Histogram micros = new Histogram(3);
  private final Thread thread;
  private volatile boolean closed;
  private final AtomicInteger answered = new AtomicInteger();

  /// @param due when each question is due, by its number, in nanoseconds
  /// @param measuredFrom the first question that is not warm-up
  Answers(String bootstrapServers, String registryUrl, AtomicLongArray due, int measuredFrom) {
    this.due = due;
    this.measuredFrom = measuredFrom;
    avro.configure(Map.of("schema.registry.url", registryUrl, "specific.avro.reader", true), false);
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "earliest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        consumer.partitionsFor(Topics.ASSESSMENTS.name()).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
    thread = Thread.ofPlatform().name("answers").start(this::read);
  }

  /// Answers so far, warm-up included.
  int answered() {
    return answered.get();
  }

  /// To be called once closed.
  Histogram micros() {
    return micros;
  }

  private void read() {
    while (!closed) {
      consumer
          .poll(POLL)
          .forEach(found -> {
            long now = System.nanoTime();
            if (avro.deserialize(found.topic(), found.value()) instanceof RiskAssessed answer) {
              int number = Integer.parseInt(answer.getCorrelationId());
              if (number >= measuredFrom) {
                micros.recordValue(Math.max(0, (now - due.get(number)) / 1_000));
              }
              answered.incrementAndGet();
            }
          });
    }
    consumer.close();
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
