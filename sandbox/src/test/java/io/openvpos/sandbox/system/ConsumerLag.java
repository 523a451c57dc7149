package io.openvpos.sandbox.system;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/// How many records all groups together still have before them.
final class ConsumerLag {

  private ConsumerLag() {}

  static long of(String bootstrapServers) throws ExecutionException, InterruptedException {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      long lag = 0;
      for (var group : admin.listGroups().all().get()) {
        Map<TopicPartition, OffsetAndMetadata> done =
            admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata().get();
        Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
        done.keySet().forEach(partition -> wanted.put(partition, OffsetSpec.latest()));
        var ends = admin.listOffsets(wanted).all().get();
        for (var position : done.entrySet()) {
          var end = Objects.requireNonNull(ends.get(position.getKey()), "the end was asked for");
          lag += end.offset() - position.getValue().offset();
        }
      }
      return lag;
    }
  }
}
