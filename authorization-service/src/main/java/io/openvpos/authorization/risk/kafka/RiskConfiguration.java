package io.openvpos.authorization.risk.kafka;

import io.openvpos.authorization.risk.AskingRiskCheck;
import io.openvpos.authorization.risk.RiskSettings;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.RecordSender;
import io.openvpos.schemas.Topics;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ConsumerFactory;

/// Wires the risk check. The start waits for the position of the answers.
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RiskSettings.class)
class RiskConfiguration {

  @Bean
  ReplyPartition replyPartition(RecordSender sender) {
    // A partition shared with another instance is harmless: each ignores the other's answers.
    return new ReplyPartition(
        Math.floorMod(UUID.randomUUID().hashCode(), sender.partitions(Topics.ASSESSMENTS)));
  }

  @Bean
  AskingRiskCheck riskCheck(
      AvroCodec codec,
      RecordSender sender,
      ReplyPartition partition,
      RiskSettings settings,
      Clock clock) {
    return new AskingRiskCheck(
        new KafkaRiskQuestions(codec, sender, partition.number()), settings, clock);
  }

  @Bean(initMethod = "start")
  RiskReplies riskReplies(
      ConsumerFactory<String, byte[]> consumers,
      ReplyPartition partition,
      AvroCodec codec,
      AskingRiskCheck check) {
    return new RiskReplies(consumers.createConsumer(), partition.number(), codec, check);
  }

  /// The partition of the assessments that this instance reads; another one with each start.
  record ReplyPartition(int number) {}
}
