package io.openvpos.authorization.kafka;

import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.KafkaSettings;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// The start waits for the registry as it does for the broker: the port opens after this.
@Configuration(proxyBeanMethods = false)
class WrittenSchemasConfiguration {

  private static final Duration PAUSE = Duration.ofMillis(500);

  @Bean(initMethod = "register")
  WrittenSchemas writtenSchemas(AvroCodec codec, KafkaSettings settings) {
    return new WrittenSchemas(codec::encode, settings.startTimeout(), PAUSE);
  }
}
