package io.openvpos.messaging.kafka;

import com.mongodb.MongoException;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RetriableException;
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

/// The three kinds of listener container. All are blocking: offsets are committed only after the
/// listener returned, in the order of the partition.
public final class Listeners {

  /// Batch listener for topics that carry money: whatever fails is tried again for ever, with
  /// back-off, and nothing behind it is read. Only an operator may park a record.
  public static final String MONEY = "moneyListeners";

  /// Record listener for everything else: three tries, then the dead-letter topic of the group.
  public static final String DEAD_LETTER = "deadLetterListeners";

  /// Record listener for what must leave nothing out though no money hangs on it: an outage of the
  /// store or of the schema registry is waited for; what fails for another reason gets three tries
  /// and the dead-letter topic. Where `batch = "true"` is asked for, the listener names the record
  /// that failed by a `BatchListenerFailedException`, after it has taken those before it.
  public static final String PROJECTION = "projectionListeners";

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
    return factory(consumers, deadLetters(sender));
  }

  static ConcurrentKafkaListenerContainerFactory<String, byte[]> projection(
      ConsumerFactory<String, byte[]> consumers, KafkaOperations<String, byte[]> sender) {
    DefaultErrorHandler patient = deadLetters(sender);
    ExponentialBackOff untilItAnswers = new ExponentialBackOff(200, 2);
    untilItAnswers.setMaxInterval(5_000);
    patient.setBackOffFunction((_, failure) -> isOutage(failure) ? untilItAnswers : null);
    return factory(consumers, patient);
  }

  private static DefaultErrorHandler deadLetters(KafkaOperations<String, byte[]> sender) {
    DeadLetterPublishingRecoverer recoverer =
        new DeadLetterPublishingRecoverer(
            sender,
            (failed, cause) ->
                new TopicPartition(
                    failed.topic() + "." + KafkaUtils.getConsumerGroupId() + ".dlt", -1));
    return new DefaultErrorHandler(recoverer, new FixedBackOff(200, 2));
  }

  /// The store's client says so in one of two ways: its own exception, or no answer in time. The
  /// registry's and Kafka's say that trying again may help.
  private static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof MongoException
          || cause instanceof RetriableException
          || cause instanceof TimeoutException) {
        return true;
      }
      // Mono.block() says a timeout so, without a cause of that kind.
      if (cause instanceof IllegalStateException
          && String.valueOf(cause.getMessage()).startsWith("Timeout on blocking read")) {
        return true;
      }
    }
    return false;
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
