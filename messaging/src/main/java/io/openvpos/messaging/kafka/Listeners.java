package io.openvpos.messaging.kafka;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.springframework.kafka.config.ConcurrentKafkaListenerContainerFactory;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ContainerProperties.AckMode;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.support.KafkaUtils;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/// The two kinds of listener container. Both are blocking: offsets are committed only after the
/// listener returned, in the order of the partition.
public final class Listeners {

  /// Batch listener for topics that carry money: whatever fails is tried again for ever, with
  /// back-off, and nothing behind it is read. Only an operator may park a record.
  public static final String MONEY = "moneyListeners";

  /// Record listener for everything else: three tries, then the dead-letter topic of the group.
  public static final String DEAD_LETTER = "deadLetterListeners";

  private Listeners() {}

  static ConcurrentKafkaListenerContainerFactory<String, byte[]> money(
      ConsumerFactory<String, byte[]> consumers, StoppedPartitions stopped) {
    ExponentialBackOff backOff = new ExponentialBackOff(200, 2);
    backOff.setMaxInterval(5_000);
    DefaultErrorHandler neverSkip = new DefaultErrorHandler(backOff);
    neverSkip.setClassifications(Map.of(), true);
    neverSkip.setRetryListeners(stopped);
    ConcurrentKafkaListenerContainerFactory<String, byte[]> factory = factory(consumers, neverSkip);
    factory.setBatchListener(true);
    factory.setBatchInterceptor(stopped);
    factory.getContainerProperties().setConsumerRebalanceListener(stopped);
    return factory;
  }

  static ConcurrentKafkaListenerContainerFactory<String, byte[]> deadLetter(
      ConsumerFactory<String, byte[]> consumers, KafkaOperations<String, byte[]> sender) {
    DeadLetterPublishingRecoverer recoverer =
        new DeadLetterPublishingRecoverer(
            sender,
            (failed, cause) ->
                new TopicPartition(
                    failed.topic() + "." + KafkaUtils.getConsumerGroupId() + ".dlt", -1));
    return factory(consumers, new DefaultErrorHandler(recoverer, new FixedBackOff(200, 2)));
  }

  private static ConcurrentKafkaListenerContainerFactory<String, byte[]> factory(
      ConsumerFactory<String, byte[]> consumers, CommonErrorHandler onError) {
    ConcurrentKafkaListenerContainerFactory<String, byte[]> factory =
        new ConcurrentKafkaListenerContainerFactory<>();
    factory.setConsumerFactory(consumers);
    factory.setCommonErrorHandler(onError);
    factory.getContainerProperties().setAckMode(AckMode.BATCH);
    factory.getContainerProperties().setMissingTopicsFatal(false);
    factory.getContainerProperties().setPollTimeout(500);
    return factory;
  }
}
