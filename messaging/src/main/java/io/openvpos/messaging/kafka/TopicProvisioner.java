package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Partitioning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartitionInfo;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Creates the topics that are missing and refuses to start on money topics of another partition
/// count: lateness and the ledger's partitions rest on the counts being equal and fixed. So it does
/// where a topic breaks one of the [TopicPromises].
final class TopicProvisioner {

  private static final Logger LOGGER = LoggerFactory.getLogger(TopicProvisioner.class);

  private final KafkaSettings settings;
  private final TopicPromises promises;

  TopicProvisioner(KafkaSettings settings) {
    this.settings = settings;
    promises = new TopicPromises(settings.singleBroker());
  }

  void provision(List<Topic> topics) {
    if (settings.singleBroker()) {
      LOGGER.warn("vpos.kafka.single-broker: there is one copy of every record, on one disk");
    }
    try (Admin admin = Admin.create(settings.reaching())) {
      create(admin, topics);
      long until = System.nanoTime() + settings.startTimeout().toNanos();
      Map<Topic, Integer> replicas = new HashMap<>();
      for (Topic topic : topics) {
        List<TopicPartitionInfo> partitions = partitionsFound(admin, topic, until);
        check(topic, partitions.size());
        replicas.put(topic, fewestReplicas(partitions));
      }
      checkPromises(admin, replicas);
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
                new NewTopic(topic.name(), partitions(topic), settings.copies())
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
  private static List<TopicPartitionInfo> partitionsFound(Admin admin, Topic topic, long until)
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
            .partitions();
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

  private static int fewestReplicas(List<TopicPartitionInfo> partitions) {
    return partitions.stream().mapToInt(one -> one.replicas().size()).min().orElse(0);
  }

  private void checkPromises(Admin admin, Map<Topic, Integer> replicas)
      throws ExecutionException, InterruptedException {
    Map<ConfigResource, Topic> asked = new HashMap<>();
    replicas
        .keySet()
        .forEach(
            topic -> asked.put(new ConfigResource(ConfigResource.Type.TOPIC, topic.name()), topic));
    for (var answer : admin.describeConfigs(asked.keySet()).all().get().entrySet()) {
      Topic topic = Objects.requireNonNull(asked.get(answer.getKey()));
      Map<String, String> configs =
          answer.getValue().entries().stream()
              .filter(entry -> entry.value() != null)
              .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
      promises.check(topic, new TopicPromises.Found(replicas.getOrDefault(topic, 0), configs));
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
        String.valueOf(Math.max(1, settings.copies() - 1)));
    switch (topic.retention()) {
      case FOR_EVER -> configs.put(TopicConfig.RETENTION_MS_CONFIG, "-1");
      case COMPACTED -> configs.put(TopicConfig.CLEANUP_POLICY_CONFIG, "compact");
      case DAYS_35 -> configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(TimeUnit.DAYS, 35));
      case DAYS_50 -> configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(TimeUnit.DAYS, 50));
      case HOURS_1 -> configs.put(TopicConfig.RETENTION_MS_CONFIG, millis(TimeUnit.HOURS, 1));
    }
    return configs;
  }

  private static String millis(TimeUnit unit, long amount) {
    return String.valueOf(unit.toMillis(amount));
  }
}
