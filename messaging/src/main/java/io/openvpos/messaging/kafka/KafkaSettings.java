package io.openvpos.messaging.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How a service reaches the broker and the schema registry.
///
/// @param moneyPartitions the one partition count of all money topics; unequal ones refuse the
///   start
/// @param freePartitions the count of topics that choose their own
/// @param replicationFactor of topics created here: 3 or more; left out, it is 3, or 1 with a
///   single broker
/// @param singleBroker says that there is one broker with one copy of everything, as on a
///   developer's machine; without it fewer than three copies refuse the start
/// @param client passed on to every Kafka client, such as `security.protocol`, `sasl.*` or `ssl.*`;
///   what could lose records refuses the start
/// @param listenerConcurrency threads of each listener; more than partitions is waste
/// @param maxPollRecords records handled together between two commits
/// @param lingerMillis how long the producer waits for company; 0 sends at once
/// @param serializer Confluent's class may stand here, with `deserializer` to match
/// @param serde further configuration of the two, such as `basic.auth.user.info` or
///   `auto.register.schemas`
/// @param startTimeout how long the start waits for the broker and for views to catch up
@Validated
@ConfigurationProperties("vpos.kafka")
public record KafkaSettings(
    @NotBlank String bootstrapServers,
    @NotBlank String registryUrl,
    @DefaultValue("4") @Min(1) @Max(200) int moneyPartitions,
    @DefaultValue("4") @Min(1) @Max(200) int freePartitions,
    @Min(1) @Max(7) @Nullable Short replicationFactor,
    @DefaultValue("false") boolean singleBroker,
    @DefaultValue Map<String, String> client,
    @DefaultValue("2") @Min(1) @Max(200) int listenerConcurrency,
    @DefaultValue("200") @Min(1) @Max(5000) int maxPollRecords,
    @DefaultValue("0") @Min(0) @Max(100) int lingerMillis,
    @DefaultValue("io.openvpos.messaging.avro.AvroSerializer") String serializer,
    @DefaultValue("io.openvpos.messaging.avro.AvroDeserializer") String deserializer,
    @DefaultValue Map<String, String> serde,
    @DefaultValue("60s") Duration startTimeout) {

  public KafkaSettings {
    ClientSettings.check(client);
    if (replicationFactor != null && (replicationFactor == 1) != singleBroker) {
      throw new IllegalArgumentException(
          "vpos.kafka.replication-factor is %d and vpos.kafka.single-broker is %s"
              .formatted(replicationFactor, singleBroker));
    }
    if (replicationFactor != null && !singleBroker && replicationFactor < TopicPromises.COPIES) {
      throw new IllegalArgumentException(
          "vpos.kafka.replication-factor is %d: a broker that is lost could take records along"
              .formatted(replicationFactor));
    }
  }

  /// How many copies a topic made here gets.
  short copies() {
    short usual = (short) (singleBroker ? 1 : TopicPromises.COPIES);
    return replicationFactor == null ? usual : replicationFactor;
  }

  /// Where the brokers are and what is passed on: the part that producers, consumers and
  /// administration have in common.
  Map<String, Object> reaching() {
    Map<String, Object> configs = new HashMap<>(client);
    configs.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
    return configs;
  }
}
