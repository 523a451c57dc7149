package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Partitioning;
import io.openvpos.schemas.Topic.Retention;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Creates the topics that are missing and refuses to start on money topics of another partition
/// count: lateness and the ledger's partitions rest on the counts being equal and fixed. So it does
/// where a topic that is kept for ever would forget.
final class TopicProvisioner {

  private final KafkaSettings settings;

  TopicProvisioner(KafkaSettings settings) {
    this.settings = settings;
  }

  void provision(List<Topic> topics) {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()))) {
      create(admin, topics);
      long until = System.nanoTime() + settings.startTimeout().toNanos();
      for (Topic topic : topics) {
        check(topic, partitionsFound(admin, topic, until));
      }
      checkKept(admin, topics);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("the topics cannot be made", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while making the topics", e);
    }
  }

  private void create(Admin admin, List<Topic> topics)
      throws ExecutionException, InterruptedException, TimeoutException {
    List<NewTopic> wanted =
        topics.stream()
            .map(topic ->
                new NewTopic(topic.name(), partitions(topic), settings.replicationFactor())
                    .configs(configs(topic)))
            .toList();
    for (KafkaFuture<Void> made : admin.createTopics(wanted).values().values()) {
      try {
        made.get(settings.startTimeout().toMillis(), TimeUnit.MILLISECONDS);
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
  }

  /// A topic just made may be unknown to the broker that is asked: asks again until it is known.
  private static int partitionsFound(Admin admin, Topic topic, long until)
      throws ExecutionException, InterruptedException {
    while (true) {
      try {
        return admin
            .describeTopics(List.of(topic.name()))
            .allTopicNames()
            .get()
            .values()
            .iterator()
            .next()
            .partitions()
            .size();
      } catch (ExecutionException e) {
        boolean patient =
            e.getCause() instanceof UnknownTopicOrPartitionException && System.nanoTime() < until;
        if (!patient) {
          throw e;
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    }
  }

  private void check(Topic topic, int partitions) {
    if (topic.partitioning() != Partitioning.FREE && partitions != partitions(topic)) {
      throw new IllegalStateException(
          "%s has %d partitions, vpos.kafka.money-partitions wants %d"
              .formatted(topic, partitions, partitions(topic)));
    }
  }

  private static void checkKept(Admin admin, List<Topic> topics)
      throws ExecutionException, InterruptedException {
    List<ConfigResource> kept =
        topics.stream()
            .filter(topic -> topic.retention() == Retention.FOR_EVER)
            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic.name()))
            .toList();
    for (var topic : admin.describeConfigs(kept).all().get().entrySet()) {
      String millis = topic.getValue().get(TopicConfig.RETENTION_MS_CONFIG).value();
      String bytes = topic.getValue().get(TopicConfig.RETENTION_BYTES_CONFIG).value();
      String policy = topic.getValue().get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
      if (!millis.equals("-1") || !bytes.equals("-1") || !policy.equals("delete")) {
        throw new IllegalStateException(
            "%s would forget: retention.ms %s, retention.bytes %s, cleanup.policy %s"
                .formatted(topic.getKey().name(), millis, bytes, policy));
      }
    }
  }

  private int partitions(Topic topic) {
    return switch (topic.partitioning()) {
      case MONEY -> settings.moneyPartitions();
      case SINGLE -> 1;
      case FREE -> settings.freePartitions();
    };
  }

  private Map<String, String> configs(Topic topic) {
    Map<String, String> configs = new HashMap<>();
    // The broker's clock, not each sender's: what is told by time from a log is the same for all.
    configs.put(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime");
    configs.put(TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG, "false");
    configs.put(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
        String.valueOf(Math.max(1, settings.replicationFactor() - 1)));
    switch (topic.retention()) {
      case FOR_EVER -> configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
      case COMPACTED -> configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
      case DAYS_35 -> configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(TimeUnit.DAYS, 35));
      case HOURS_1 -> configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(TimeUnit.HOURS, 1));
    }
    return configs;
  }

  private static String millis(TimeUnit unit, long amount) {
    return String.valueOf(unit.toMillis(amount));
  }
}
