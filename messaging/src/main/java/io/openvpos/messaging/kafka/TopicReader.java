package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all partitions of a topic from the beginning, without a group, into a view in memory. The
/// view is ready once the end offsets seen at the start are reached. A record that fails is tried
/// again: the view falls behind rather than lying.
public final class TopicReader implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(200);

  private final String name;
  private final Topic topic;
  private final Consumer<ConsumerRecord<String, byte[]>> each;
  private final org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer;
  private final Thread thread;
  private volatile boolean caughtUp;
  private volatile boolean closed;

  TopicReader(
      String name,
      Topic topic,
      Consumer<ConsumerRecord<String, byte[]>> each,
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
    this.name = name;
    this.topic = topic;
    this.each = each;
    this.consumer = consumer;
    thread = Thread.ofPlatform().name("view-" + name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  public String name() {
    return name;
  }

  /// True once every record that the topic held at the start has been seen.
  public boolean caughtUp() {
    return caughtUp;
  }

  private void run() {
    try (consumer) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(topic.name(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (!closed) {
        caughtUp = caughtUp || reached(ends);
        pollOnce();
      }
    } catch (WakeupException e) {
      LOGGER.debug("view {} is closing", name);
    } catch (RuntimeException e) {
      if (!closed) {
        LOGGER.error("view {} has stopped", name, e);
        caughtUp = false;
      }
    }
  }

  private void pollOnce() {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    for (TopicPartition partition : polled.partitions()) {
      for (ConsumerRecord<String, byte[]> found : polled.records(partition)) {
        if (!accepted(found)) {
          consumer.seek(partition, found.offset());
          break;
        }
      }
    }
  }

  private boolean accepted(ConsumerRecord<String, byte[]> found) {
    try {
      each.accept(found);
      return true;
    } catch (RuntimeException e) {
      LOGGER.error("view {} waits at {}-{}", name, found.partition(), found.offset(), e);
      return false;
    }
  }

  private boolean reached(Map<TopicPartition, Long> ends) {
    return ends.entrySet().stream()
        .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  @Override
  public void close() {
    closed = true;
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
