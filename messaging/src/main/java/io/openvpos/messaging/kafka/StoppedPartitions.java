package io.openvpos.messaging.kafka;

import java.util.Collection;
import java.util.Map;
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
/// instance, whose alarm it is then.
final class StoppedPartitions
    implements RetryListener,
        BatchInterceptor<String, byte[]>,
        ConsumerRebalanceListener,
        HealthIndicator {

  private static final Logger LOGGER = LoggerFactory.getLogger(StoppedPartitions.class);

  private final Map<TopicPartition, String> stopped = new ConcurrentHashMap<>();

  @Override
  public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception cause, int attempt) {
    stop(new TopicPartition(failed.topic(), failed.partition()), failed.offset(), cause, attempt);
  }

  @Override
  public void failedDelivery(ConsumerRecords<?, ?> failed, @Nullable Exception cause, int attempt) {
    if (namesItsRecord(cause)) {
      // Told record by record too; the rest of the poll has not failed, and a quiet partition of it
      // would keep the alarm up with no delivery to take it back.
      return;
    }
    for (TopicPartition partition : failed.partitions()) {
      stop(partition, failed.records(partition).getFirst().offset(), cause, attempt);
    }
  }

  @Override
  public ConsumerRecords<String, byte[]> intercept(
      ConsumerRecords<String, byte[]> polled, Consumer<String, byte[]> consumer) {
    return polled;
  }

  @Override
  public void success(ConsumerRecords<String, byte[]> done, Consumer<String, byte[]> consumer) {
    stopped.keySet().removeAll(done.partitions());
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> assigned) {
    // What is wrong with them shows when they are read.
  }

  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> revoked) {
    revoked.forEach(stopped::remove);
  }

  @Override
  public Health health() {
    if (stopped.isEmpty()) {
      return Health.up().build();
    }
    Map<String, String> named = new TreeMap<>();
    stopped.forEach((partition, why) -> named.put(partition.toString(), why));
    return Health.down().withDetails(new TreeMap<>(named)).build();
  }

  private static boolean namesItsRecord(@Nullable Throwable cause) {
    Throwable next = cause;
    while (next != null && !(next instanceof BatchListenerFailedException)) {
      next = next.getCause();
    }
    return next != null;
  }

  private void stop(TopicPartition partition, long offset, @Nullable Exception cause, int attempt) {
    Throwable root = cause != null && cause.getCause() != null ? cause.getCause() : cause;
    String why = root == null ? "failed" : String.valueOf(root.getMessage());
    stopped.put(partition, "offset " + offset + ": " + why);
    LOGGER.error("{} stops at offset {}, attempt {}", partition, offset, attempt, cause);
  }
}
