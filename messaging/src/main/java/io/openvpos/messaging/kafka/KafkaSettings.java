package io.openvpos.messaging.kafka;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How a service reaches the broker and the schema registry.
///
/// @param moneyPartitions the one partition count of all money topics; unequal ones refuse the
///   start
/// @param freePartitions the count of topics that choose their own
/// @param replicationFactor of topics created here; 3 in production
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
    @DefaultValue("1") @Min(1) @Max(7) short replicationFactor,
    @DefaultValue("2") @Min(1) @Max(200) int listenerConcurrency,
    @DefaultValue("200") @Min(1) @Max(5000) int maxPollRecords,
    @DefaultValue("0") @Min(0) @Max(100) int lingerMillis,
    @DefaultValue("io.openvpos.messaging.avro.AvroSerializer") String serializer,
    @DefaultValue("io.openvpos.messaging.avro.AvroDeserializer") String deserializer,
    @DefaultValue Map<String, String> serde,
    @DefaultValue("60s") Duration startTimeout) {}
