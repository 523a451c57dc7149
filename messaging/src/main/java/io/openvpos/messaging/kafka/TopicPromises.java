package io.openvpos.messaging.kafka;

import io.openvpos.schemas.Topic;
import io.openvpos.schemas.Topic.Retention;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.kafka.common.config.TopicConfig;

/// What a topic must keep to, whoever made it and whoever changed it since. Judged by what the
/// broker says at the start.
///
/// See docs/decisions/0015-settings-that-lose-data.md.
final class TopicPromises {

  /// So many copies that one may be away while another is lost.
  static final int COPIES = 3;

  /// An acknowledged record is on that many brokers.
  private static final int ACKNOWLEDGED_BY = 2;

  /// Kafka's own default, and more than a producer sends: a topic that takes less would refuse a
  /// fact for ever.
  private static final int LARGEST_RECORD = 1_048_588;

  private final boolean singleBroker;

  TopicPromises(boolean singleBroker) {
    this.singleBroker = singleBroker;
  }

  /// @param replicas of the partition that has the fewest
  /// @param configs by name, as they hold on the broker
  record Found(int replicas, Map<String, String> configs) {}

  /// Refuses a topic that could lose or forget records.
  void check(Topic topic, Found found) {
    if (!singleBroker && found.replicas() < COPIES) {
      throw refused(
          topic,
          "has %d replicas, not %d: a broker that is lost could take records along"
                  .formatted(found.replicas(), COPIES)
              + " (vpos.kafka.single-broker allows it where nothing is at stake)");
    }
    Settings settings = new Settings(topic, found.configs());
    int acknowledgedBy = singleBroker ? 1 : ACKNOWLEDGED_BY;
    settings.want(
        TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG,
        value -> number(value) >= acknowledgedBy,
        "an acknowledged record could be on one broker only");
    settings.want(
        TopicConfig.UNCLEAN_LEADER_ELECTION_ENABLE_CONFIG,
        "false",
        "a leader that missed records could take over");
    settings.want(
        TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
        "LogAppendTime",
        "a sender's clock could move time for all");
    settings.want(
        TopicConfig.MAX_MESSAGE_BYTES_CONFIG,
        value -> number(value) >= LARGEST_RECORD,
        "a record could be refused for ever");
    checkKept(topic, settings);
  }

  private static void checkKept(Topic topic, Settings settings) {
    String danger = "records would be forgotten";
    if (topic.retention() == Retention.FOR_EVER) {
      settings.want(TopicConfig.RETENTION_MS_CONFIG, "-1", danger);
      settings.want(TopicConfig.RETENTION_BYTES_CONFIG, "-1", danger);
      settings.want(TopicConfig.CLEANUP_POLICY_CONFIG, "delete", danger);
    }
    if (topic.retention() == Retention.COMPACTED) {
      settings.want(TopicConfig.CLEANUP_POLICY_CONFIG, "compact", danger);
    }
  }

  private static long number(String value) {
    return Long.parseLong(value);
  }

  private static IllegalStateException refused(Topic topic, String fault) {
    return new IllegalStateException("topic %s %s".formatted(topic.name(), fault));
  }

  private record Settings(Topic topic, Map<String, String> configs) {

    void want(String name, String value, String danger) {
      want(name, value::equals, danger);
    }

    void want(String name, Predicate<String> harmless, String danger) {
      String value = configs.getOrDefault(name, "");
      if (!harmless.test(value)) {
        throw refused(topic, "has %s %s: %s".formatted(name, value, danger));
      }
    }
  }
}
