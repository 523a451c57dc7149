package io.openvpos.authorization.risk.kafka;

import io.openvpos.authorization.risk.AskingRiskCheck;
import io.openvpos.authorization.risk.RiskDecision;
import io.openvpos.messaging.kafka.AvroCodec;
import io.openvpos.messaging.kafka.UndecodableRecordException;
import io.openvpos.schemas.Topics;
import io.openvpos.schemas.fraud.RiskAssessed;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Reads the answers. Topic: `fraud.assessments.v1`, one partition, from its end, without a group;
/// key: payment id. Nothing is owed to a record here: an unknown or unreadable one is passed over,
/// and one that is missed is a silence that the policy answers.
final class RiskReplies implements AutoCloseable {

  private static final Logger LOGGER = LoggerFactory.getLogger(RiskReplies.class);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);

  private final Consumer<String, byte[]> consumer;
  private final TopicPartition partition;
  private final AvroCodec codec;
  private final AskingRiskCheck check;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("risk-replies").daemon().unstarted(this::run);

  RiskReplies(
      Consumer<String, byte[]> consumer, int partition, AvroCodec codec, AskingRiskCheck check) {
    this.consumer = consumer;
    this.partition = new TopicPartition(Topics.ASSESSMENTS.name(), partition);
    this.codec = codec;
    this.check = check;
  }

  /// Returns once the position is known, so that no answer to a later question is missed.
  void start() {
    consumer.assign(List.of(partition));
    consumer.seekToEnd(List.of(partition));
    long position = consumer.position(partition);
    LOGGER.info("risk answers are read from {} at {}", partition, position);
    thread.start();
  }

  @Override
  public void close() {
    closing.countDown();
    consumer.wakeup();
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try (consumer) {
      while (closing.getCount() > 0) {
        pollOnce();
      }
    } catch (WakeupException e) {
      LOGGER.debug("risk answers are read no more");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void pollOnce() throws InterruptedException {
    try {
      consumer.poll(POLL).forEach(this::accept);
    } catch (WakeupException e) {
      throw e;
    } catch (RuntimeException e) {
      LOGGER.error("risk answers cannot be read", e);
      boolean _ = closing.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  private void accept(ConsumerRecord<String, byte[]> found) {
    try {
      if (codec.decode(found.topic(), found.value()) instanceof RiskAssessed assessed) {
        take(assessed, check);
      }
    } catch (UndecodableRecordException e) {
      LOGGER.warn("an unreadable risk answer at {}", found.offset(), e);
    }
  }

  static void take(RiskAssessed assessed, AskingRiskCheck check) {
    decision(assessed)
        .ifPresent(decision ->
            check.answered(
                assessed.getCorrelationId(), decision, assessed.getScore(), assessed.getReasons()));
  }

  /// A decision of a newer writer is no answer.
  private static Optional<RiskDecision> decision(RiskAssessed assessed) {
    return switch (assessed.getDecision()) {
      case APPROVE -> Optional.of(RiskDecision.APPROVE);
      case REVIEW -> Optional.of(RiskDecision.REVIEW);
      case CHALLENGE -> Optional.of(RiskDecision.CHALLENGE);
      case DECLINE -> Optional.of(RiskDecision.DECLINE);
      case UNKNOWN -> Optional.empty();
    };
  }
}
