package io.openvpos.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

class StoppedPartitionsTest {

  private static final TopicPartition GOOD = new TopicPartition("payments", 0);
  private static final TopicPartition BAD = new TopicPartition("payments", 1);

  private final StoppedPartitions stopped =
      new StoppedPartitions(Clock.systemUTC(), Optional.empty());

  @Test
  void aFailureThatNamesItsRecordStopsOnlyThatPartition() {
    Exception failure =
        new ListenerExecutionFailedException(
            "failed", new BatchListenerFailedException("a bad record", 1));

    stopped.failedDelivery(poll(), failure, 1);
    stopped.failedDelivery(record(BAD), failure, 1);

    assertThat(stopped.health().getDetails()).containsOnlyKeys(BAD.toString());
  }

  @Test
  void aFailureOfTheWholePollStopsAllOfIt() {
    stopped.failedDelivery(poll(), new IllegalStateException("no store"), 1);

    assertThat(stopped.health().getStatus()).isEqualTo(Status.DOWN);
    assertThat(stopped.health().getDetails()).containsOnlyKeys(GOOD.toString(), BAD.toString());
  }

  @Test
  void aPartitionThatWentElsewhereIsNoLongerThisInstancesAlarm() {
    stopped.failedDelivery(record(BAD), new IllegalStateException("no store"), 1);

    stopped.onPartitionsRevoked(List.of(BAD));

    assertThat(stopped.health().getStatus()).isEqualTo(Status.UP);
  }

  private static ConsumerRecords<String, byte[]> poll() {
    return new ConsumerRecords<>(
        Map.of(GOOD, List.of(record(GOOD)), BAD, List.of(record(BAD))), Map.of());
  }

  private static ConsumerRecord<String, byte[]> record(TopicPartition partition) {
    return new ConsumerRecord<>(partition.topic(), partition.partition(), 7, "m", new byte[0]);
  }
}
