package io.openvpos.messaging;

import io.openvpos.messaging.deadletter.DeadLetterController;
import io.openvpos.messaging.deadletter.DeadLetterTopic;
import io.openvpos.messaging.deadletter.DeadLetters;
import io.openvpos.messaging.kafka.RecordSender;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.kafka.core.ConsumerFactory;

/// For the services that put dead letters aside. Such a service names its [DeadLetterTopic]s.
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("vpos.dead-letters.enabled")
@Import(DeadLetterController.class)
class DeadLetterConfiguration {

  @Bean
  DeadLetters deadLetters(
      List<DeadLetterTopic> topics,
      ConsumerFactory<String, byte[]> consumers,
      RecordSender sender) {
    return new DeadLetters(topics, consumers, sender);
  }
}
