package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads all partitions of a topic from the beginning, without a group, into a view in memory. The
/// view is ready once the end offsets seen at the start are reached. A record that fails is tried
/// again: the view falls behind rather than lying. A reader that fails opens anew and goes on where
/// it was.
public final class TopicReader implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicReader.class);
  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

  private final String name;
  private final Topic topic;
  private final Consumer<ConsumerRecord<String, byte[]>> each;
  private final Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers;
  private final Map<TopicPartition, Long> positions = new HashMap<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean caughtUp;

  TopicReader(
      String name,
      Topic topic,
      Consumer<ConsumerRecord<String, byte[]>> each,
      Supplier<org.apache.kafka.clients.consumer.Consumer<String, byte[]>> consumers) {
    this.name = name;
    this.topic = topic;
    this.each = each;
    this.consumers = consumers;
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
    try {
      while (!isClosing()) {
        readUntilFailure();
        caughtUp = false;
        pause();
      }
    } catch (InterruptedException e) {
      LOGGER.debug("view {} is closing", name);
    }
  }

  private void readUntilFailure() throws InterruptedException {
    try (var consumer = consumers.get()) {
      Map<TopicPartition, Long> ends = assign(consumer);
      while (!isClosing()) {
        caughtUp = caughtUp || reached(ends);
        poll(consumer);
      }
    } catch (InterruptException e) {
      LOGGER.debug("view {} is closing", name);
    } catch (RuntimeException | Error e) {
      LOGGER.error("view {} has failed and opens anew", name, e);
    }
  }

  private Map<TopicPartition, Long> assign(
      org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer) {
    List<TopicPartition> partitions =
        consumer.partitionsFor(topic.name()).stream()
            .map(info -> new TopicPartition(topic.name(), info.partition()))
            .toList();
    consumer.assign(partitions);
    for (TopicPartition partition : partitions) {
      Long next = positions.get(partition);
      if (next == null) {
        consumer.seekToBeginning(List.of(partition));
      } else {
        consumer.seek(partition, next);
      }
    }
    partitions.forEach(partition -> positions.put(partition, consumer.position(partition)));
    return consumer.endOffsets(partitions);
  }

  private void poll(org.apache.kafka.clients.consumer.Consumer<String, byte[]> consumer)
      throws InterruptedException {
    ConsumerRecords<String, byte[]> polled = consumer.poll(POLL);
    boolean failed = false;
    for (TopicPartition partition : polled.partitions()) {
      for (ConsumerRecord<String, byte[]> found : polled.records(partition)) {
        if (!accepted(found)) {
          consumer.seek(partition, found.offset());
          failed = true;
          break;
        }
      }
    }
    // A position may also move over what is no record, such as one that compaction took.
    positions.replaceAll((partition, before) -> consumer.position(partition));
    if (failed) {
      pause();
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
        .allMatch(end -> positions.getOrDefault(end.getKey(), 0L) >= end.getValue());
  }

  private boolean isClosing() {
    return closing.getCount() == 0;
  }

  private void pause() throws InterruptedException {
    boolean _ = closing.await(AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(Duration.ofSeconds(2))) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
