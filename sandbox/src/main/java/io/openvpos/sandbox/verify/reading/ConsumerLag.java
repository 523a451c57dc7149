package io.openvpos.sandbox.verify.reading;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topics;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/// How far the groups that read money are behind. A partition that such a group never committed
/// counts from 0.
final class ConsumerLag {

  private static final long ANSWER_WITHIN_SECONDS = 20;

  /// Who must have read what, besides whatever else a group committed.
  private static final Map<String, List<Topic>> READERS =
      Map.of(
          "merchant.ledger",
          List.of(
              Topics.PAYMENTS,
              Topics.CHARGEBACKS,
              Topics.ADJUSTMENTS,
              Topics.BATCHES,
              Topics.PAYOUTS),
          "settlement.lines",
          List.of(Topics.LEDGER_ENTRIES));

  private final Admin admin;

  ConsumerLag(Admin admin) {
    this.admin = admin;
  }

  /// Each group's lag that is not 0.
  List<String> find() throws InterruptedException, ExecutionException, TimeoutException {
    // Others may use the broker too: a registry keeps its schemas in it.
    Set<String> ours = Topics.ALL.stream().map(Topic::name).collect(Collectors.toSet());
    Set<String> topics =
        answer(admin.listTopics().names()).stream()
            .filter(ours::contains)
            .collect(Collectors.toSet());
    Set<String> groups =
        Stream.concat(
                answer(admin.listGroups().all()).stream().map(GroupListing::groupId),
                READERS.keySet().stream())
            .collect(Collectors.toSet());
    List<String> behind = new ArrayList<>();
    for (String group : groups) {
      long lag = lag(group, topics);
      if (lag > 0) {
        behind.add("group " + group + " is " + lag + " records behind");
      }
    }
    return behind;
  }

  private long lag(String group, Set<String> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, Long> committed = new HashMap<>();
    for (TopicPartition partition : partitions(group, topics)) {
      committed.put(partition, 0L);
    }
    Map<TopicPartition, OffsetAndMetadata> found =
        answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    found.forEach((partition, offset) -> {
      if (offset != null && topics.contains(partition.topic())) {
        committed.put(partition, offset.offset());
      }
    });
    Map<TopicPartition, OffsetSpec> ends =
        committed.keySet().stream()
            .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
    Map<TopicPartition, ListOffsetsResultInfo> offsets = answer(admin.listOffsets(ends).all());
    return committed.entrySet().stream()
        .mapToLong(entry ->
            offsets.containsKey(entry.getKey())
                ? offsets.get(entry.getKey()).offset() - entry.getValue()
                : 0)
        .sum();
  }

  private List<TopicPartition> partitions(String group, Set<String> topics)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<String> read =
        READERS.getOrDefault(group, List.of()).stream()
            .map(Topic::name)
            .filter(topics::contains)
            .toList();
    List<TopicPartition> partitions = new ArrayList<>();
    answer(admin.describeTopics(read).allTopicNames())
        .forEach((topic, described) ->
            described
                .partitions()
                .forEach(one -> partitions.add(new TopicPartition(topic, one.partition()))));
    return partitions;
  }

  private static <T> T answer(KafkaFuture<T> future)
      throws InterruptedException, ExecutionException, TimeoutException {
    return future.get(ANSWER_WITHIN_SECONDS, TimeUnit.SECONDS);
  }
}
