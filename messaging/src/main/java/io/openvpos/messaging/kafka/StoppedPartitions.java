package io.openvpos.messaging.kafka;

import io.openvpos.messaging.parking.StopReason;
import io.openvpos.messaging.parking.StoppedPartition;
import io.openvpos.messaging.parking.kafka.StopNotices;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.RetryListener;

/// The alarm of the money listeners: a partition that fails is named in the log and turns the
/// service's health down until a later delivery of it succeeds, or the partition goes to another
/// instance, whose alarm it is then. The board shows it to whoever asks any instance.
final class StoppedPartitions
    implements RetryListener,
        BatchInterceptor<String, byte[]>,
        ConsumerRebalanceListener,
        HealthIndicator {

  private static final Logger LOGGER = LoggerFactory.getLogger(StoppedPartitions.class);

  private final Map<TopicPartition, StoppedPartition> stopped = new ConcurrentHashMap<>();

  /// Taken over, and nothing is known yet of what the board still says of them.
  private final Set<TopicPartition> taken = ConcurrentHashMap.newKeySet();

  private final Clock clock;
  private final Optional<StopNotices> notices;

  /// @param notices absent where no board is kept
  StoppedPartitions(Clock clock, Optional<StopNotices> notices) {
    this.clock = clock;
    this.notices = notices;
  }

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception cause, int attempt) {
    stop(failed, cause);
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> failed, @Nullable Exception cause, int attempt) {
    if (namesItsRecord(cause)) {
      // Told record by record too; the rest of the poll has not failed, and a quiet partition of it
      // would keep the alarm up with no delivery to take it back.
      return;
    }
    for (TopicPartition partition : failed.partitions()) {
      stop(failed.records(partition).getFirst(), cause);
    }
  }

  @Override
  public ConsumerRecords<String, byte[]> intercept(
      ConsumerRecords<String, byte[]> polled, Consumer<String, byte[]> consumer) {
    return polled;
  }

  @Override
  public void success(ConsumerRecords<String, byte[]> done, Consumer<String, byte[]> consumer) {
    for (TopicPartition partition : done.partitions()) {
      boolean untold = taken.remove(partition);
      if (stopped.remove(partition) != null || untold) {
        notices.ifPresent(board -> board.goesOn(partition));
      }
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    // What is wrong with them shows when they are read.
    taken.addAll(assigned);
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    revoked.forEach(stopped::remove);
    revoked.forEach(taken::remove);
  }

  @Override
  public Health health() {
    if (stopped.isEmpty()) {
      return Health.up().build();
    }
    Map<String, String> named = new TreeMap<>();
    stopped.forEach((partition, stop) ->
        named.put(
            partition.toString(),
            "offset " + stop.offset() + ": " + stop.why().code() + ", " + stop.why().detail()));
    return Health.down().withDetails(new TreeMap<>(named)).build();
  }

  private static boolean namesItsRecord(@Nullable Throwable cause) {
    Throwable next = cause;
    while (next != null && !(next instanceof BatchListenerFailedException)) {
      next = next.getCause();
    }
    return next != null;
  }

  private void stop(ConsumerRecord<?, ?> at, @Nullable Exception cause) {
    TopicPartition partition = new TopicPartition(at.topic(), at.partition());
    StoppedPartition stop =
        stopped.compute(
            partition,
            (_, before) ->
                before != null && before.offset() == at.offset()
                    ? again(before, StopReason.of(cause))
                    : first(at, StopReason.of(cause)));
    notices.ifPresent(board -> board.stopped(stop));
    LOGGER.error(
        "{} stops at offset {}, attempt {}", partition, at.offset(), stop.attempts(), cause);
  }

  private StoppedPartition first(ConsumerRecord<?, ?> at, StopReason why) {
    String key = at.key() == null ? null : String.valueOf(at.key());
    return new StoppedPartition(
        at.topic(), at.partition(), at.offset(), key, why, clock.instant(), 1);
  }

  private static StoppedPartition again(StoppedPartition before, StopReason why) {
    return new StoppedPartition(
        before.topic(),
        before.partition(),
        before.offset(),
        before.key(),
        why,
        before.since(),
        before.attempts() + 1);
  }
}
