package io.openvpos.messaging.kafka;

import io.openvpos.messaging.parking.kafka.StopNotices;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.annotation.EnableKafka;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;

/// Producer, consumers, listener containers and topics. Every setting on which it rests that
/// nothing is lost stands here and nowhere else; what an operator passes on has been found
/// harmless.
@EnableKafka
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaSettings.class)
public class KafkaConfiguration {

  /// A consumer that was killed gives its partitions up after this.
  private static final int SESSION_MILLIS = 6_000;

  @Bean
  AvroCodec avroCodec(KafkaSettings settings) {
    return AvroCodec.of(settings);
  }

  /// Made before anything that reads or writes, so that the topics exist.
  @Bean
  ProvisionedTopics provisionedTopics(KafkaSettings settings, ServiceTopics topics) {
    new TopicProvisioner(settings).provision(topics.all());
    return new ProvisionedTopics(topics);
  }

  @Bean
  RecordSender recordSender(KafkaSettings settings, ProvisionedTopics topics) {
    return new RecordSender(new KafkaProducer<>(producing(settings)));
  }

  @Bean
  ConsumerFactory<String, byte[]> consumerFactory(
      KafkaSettings settings, ProvisionedTopics topics) {
    return new DefaultKafkaConsumerFactory<>(consuming(settings));
  }

  @Bean
  TopicReaders topicReaders(ConsumerFactory<String, byte[]> consumers) {
    return new TopicReaders(consumers::createConsumer);
  }

  @Bean
  StoppedPartitions stoppedPartitions(Clock clock, ObjectProvider<StopNotices> notices) {
    return new StoppedPartitions(clock, Optional.ofNullable(notices.getIfAvailable()));
  }

  @Bean(Listeners.MONEY)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> moneyListeners(
      ConsumerFactory<String, byte[]> consumers,
      StoppedPartitions stopped,
      KafkaSettings settings) {
    var factory = Listeners.money(consumers, stopped);
    factory.setConcurrency(settings.listenerConcurrency());
    return factory;
  }

  @Bean(Listeners.DEAD_LETTER)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> deadLetterListeners(
      ConsumerFactory<String, byte[]> consumers, KafkaSettings settings) {
    var factory = Listeners.deadLetter(consumers, deadLetterSender(settings));
    factory.setConcurrency(settings.listenerConcurrency());
    return factory;
  }

  @Bean(Listeners.PROJECTION)
  ConcurrentKafkaListenerContainerFactory<String, byte[]> projectionListeners(
      ConsumerFactory<String, byte[]> consumers, KafkaSettings settings) {
    var factory = Listeners.projection(consumers, deadLetterSender(settings));
    factory.setConcurrency(settings.listenerConcurrency());
    return factory;
  }

  private static KafkaTemplate<String, byte[]> deadLetterSender(KafkaSettings settings) {
    return new KafkaTemplate<>(new DefaultKafkaProducerFactory<>(producing(settings)));
  }

  /// That the topics exist and have the partitions they must have.
  record ProvisionedTopics(ServiceTopics topics) {}

  private static Map<String, Object> producing(KafkaSettings settings) {
    Map<String, Object> configs = new HashMap<>();
    configs.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    configs.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    configs.put(ProducerConfig.ACKS_CONFIG, "all");
    configs.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    configs.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 5);
    configs.put(ProducerConfig.LINGER_MS_CONFIG, settings.lingerMillis());
    configs.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
    configs.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
    configs.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 10_000);
    configs.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    configs.putAll(settings.reaching());
    return configs;
  }

  private static Map<String, Object> consuming(KafkaSettings settings) {
    Map<String, Object> configs = new HashMap<>();
    configs.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    configs.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    configs.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    configs.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    configs.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    configs.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, SESSION_MILLIS / 3);
    configs.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, settings.maxPollRecords());
    configs.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
    configs.put(ConsumerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
    configs.putAll(settings.reaching());
    return configs;
  }
}
