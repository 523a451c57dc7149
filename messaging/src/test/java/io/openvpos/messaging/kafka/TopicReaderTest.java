package io.openvpos.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.openvpos.schemas.Topics;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TopicReaderTest {

  private static final String TOPIC = Topics.PROFILES.name();
  private static final TopicPartition ONLY = new TopicPartition(TOPIC, 0);

  private final Deque<MockConsumer<String, byte[]>> consumers = new ArrayDeque<>();
  private final List<Long> read = new CopyOnWriteArrayList<>();
  private final AtomicInteger refusals = new AtomicInteger();
  private final TopicReader reader =
      new TopicReader("test", Topics.PROFILES, this::accept, consumers::removeFirst);

  @AfterEach
  void stop() {
    reader.close();
  }

  @Test
  void aBrokerThatIsAwayAtTheStartIsAskedAgain() {
    MockConsumer<String, byte[]> away =
        new MockConsumer<>("earliest") {
          @Override
          public synchronized List<PartitionInfo> partitionsFor(String topic) {
            throw new TimeoutException("no broker");
          }
        };
    consumers.add(away);
    consumers.add(holding(2));

    reader.start();

    await().untilAsserted(() -> assertThat(read).containsExactly(0L, 1L));
    await().until(reader::caughtUp);
  }

  @Test
  void aReaderThatFailsGoesOnWhereItWas() {
    MockConsumer<String, byte[]> failing = holding(2);
    consumers.add(failing);
    consumers.add(holding(3));
    reader.start();
    await().untilAsserted(() -> assertThat(read).containsExactly(0L, 1L));

    failing.setPollException(new KafkaException("broken"));

    await().untilAsserted(() -> assertThat(read).containsExactly(0L, 1L, 2L));
    await().until(reader::caughtUp);
  }

  @Test
  void aRecordThatIsRefusedIsReadAgainAndNothingBehindItBefore() {
    MockConsumer<String, byte[]> consumer = holding(2);
    deliverFromPosition(consumer, 2);
    consumers.add(consumer);
    refusals.set(1);

    reader.start();

    await().untilAsserted(() -> assertThat(read).containsExactly(0L, 1L));
    assertThat(refusals).hasValue(0);
  }

  private void accept(ConsumerRecord<String, byte[]> found) {
    if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("not now");
    }
    read.add(found.offset());
  }

  /// A consumer over a partition with so many records.
  private static MockConsumer<String, byte[]> holding(int records) {
    MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    consumer.updatePartitions(TOPIC, List.of(new PartitionInfo(TOPIC, 0, null, null, null)));
    consumer.updateBeginningOffsets(Map.of(ONLY, 0L));
    consumer.updateEndOffsets(Map.of(ONLY, (long) records));
    deliverFromPosition(consumer, records);
    return consumer;
  }

  /// What one more poll yields.
  private static void deliverFromPosition(MockConsumer<String, byte[]> consumer, int end) {
    consumer.schedulePollTask(() -> {
      for (long offset = consumer.position(ONLY); offset < end; offset++) {
        consumer.addRecord(new ConsumerRecord<>(TOPIC, 0, offset, "m", new byte[0]));
      }
    });
  }
}
