package io.openvpos.fraud.assessment.kafka;

import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.Topology;
import io.openvpos.schemas.Topics;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Reads risk checks on one thread and has them answered on others. A listener container would wait
/// for one poll's answers before it reads the next; here counting stays in log order while several
/// polls' answers are being stored, which keeps the risk step short of the asker's 250 ms.
@Component("riskChecks")
class RiskCheckLoop implements SmartLifecycle, HealthIndicator {

  private static final Logger LOGGER = LoggerFactory.getLogger(RiskCheckLoop.class);
  private static final Duration POLL = Duration.ofMillis(100);
  private static final Duration POLL_WHEN_FULL = Duration.ofMillis(2);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(5);
  private static final Duration GIVE_UP_PATIENCE = Duration.ofSeconds(1);
  private static final Duration LABELS_POLL = Duration.ofMillis(20);
  private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);
  private static final long COMMIT_EVERY_NANOS = Duration.ofMillis(500).toNanos();

  private final ConsumerFactory<String, byte[]> consumers;
  private final RiskCheckReader.Parts parts;
  private final AnswerSender sender;
  private final BetweenPolls wishes;
  private final FraudSettings settings;
  private @Nullable Thread thread;
  private volatile boolean running;
  private volatile Health health = Health.outOfService().withDetail("state", "starting").build();

  RiskCheckLoop(
      ConsumerFactory<String, byte[]> consumers,
      RiskCheckReader.Parts parts,
      AnswerSender sender,
      BetweenPolls wishes,
      FraudSettings settings) {
    this.consumers = consumers;
    this.parts = parts;
    this.sender = sender;
    this.wishes = wishes;
    this.settings = settings;
  }

  @Override
  public void start() {
    running = true;
    thread = Thread.ofPlatform().name("risk-checks").start(this::run);
  }

  @Override
  public void stop() {
    running = false;
    Thread reading = thread;
    if (reading != null) {
      try {
        reading.join(CLOSE_PATIENCE.multipliedBy(2));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public Health health() {
    return health;
  }

  /// A consumer that fails is replaced, whatever the cause: its partitions are replayed and nothing
  /// is lost. This is the one place that stands between such a failure and the end of the thread.
  private void run() {
    while (running) {
      try (Consumer<String, byte[]> consumer = consumer()) {
        new Reading(consumer).untilStopped();
      } catch (RuntimeException | Error e) {
        health = Health.down(e).build();
        LOGGER.error("risk checks are not read; next attempt in {}", RESTART_PAUSE, e);
        LockSupport.parkNanos(RESTART_PAUSE.toNanos());
      }
    }
    health = Health.outOfService().withDetail("state", "stopped").build();
  }

  private Consumer<String, byte[]> consumer() {
    Properties own = new Properties();
    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    own.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, "1");
    return consumers.createConsumer(Topology.SCORING_GROUP, null, null, own);
  }

  /// One consumer's life.
  private final class Reading {

    private final Consumer<String, byte[]> consumer;
    private final RiskCheckReader reader;
    private final BatchesInFlight inFlight =
        new BatchesInFlight(sender::deliver, settings.maxBatchesInFlight());
    private final Map<TopicPartition, OffsetAndMetadata> committable = new HashMap<>();
    private long committedAtNanos = System.nanoTime();

    Reading(Consumer<String, byte[]> consumer) {
      this.consumer = consumer;
      this.reader = new RiskCheckReader(consumer, parts, this::finishAnswers);
    }

    void untilStopped() {
      parts.rehearsal().play(parts.assessors());
      awaitLabels();
      consumer.subscribe(List.of(Topics.RISK_CHECKS.name()), reader);
      try {
        while (running) {
          pollOnce();
          commitNowAndThen();
          reader.settle();
          wishes.serve(reader);
          health = stateOfHealth();
        }
      } finally {
        inFlight.close(CLOSE_PATIENCE);
      }
      commit(CLOSE_PATIENCE);
      reader.takeSnapshots();
    }

    /// What is under way is answered and committed, if that takes but a moment: who takes the
    /// partitions, this instance too, then has nothing to answer twice, and what this one counted
    /// is not ahead of the group.
    private void finishAnswers() {
      inFlight.await(GIVE_UP_PATIENCE);
      try {
        commit(GIVE_UP_PATIENCE);
      } catch (KafkaException e) {
        LOGGER.warn("the last answers are not committed; they are given again", e);
      }
    }

    /// What was known of fraud before the start must be there before the first question is counted.
    private void awaitLabels() {
      while (running && !parts.labels().caughtUp()) {
        LockSupport.parkNanos(LABELS_POLL.toNanos());
      }
    }

    private void pollOnce() {
      boolean full = inFlight.full();
      if (full) {
        consumer.pause(consumer.assignment());
      } else {
        consumer.resume(consumer.paused());
      }
      ConsumerRecords<String, byte[]> polled = consumer.poll(full ? POLL_WHEN_FULL : POLL);
      if (polled.isEmpty()) {
        return;
      }
      try {
        Batch batch = reader.read(polled);
        if (!batch.next().isEmpty()) {
          inFlight.add(batch);
        }
      } catch (KafkaException e) {
        LOGGER.warn("the registry or the broker does not answer; reading again", e);
        reader.rewind(polled);
      }
    }

    private void commitNowAndThen() {
      if (collectCommittable() && System.nanoTime() - committedAtNanos >= COMMIT_EVERY_NANOS) {
        consumer.commitAsync(Map.copyOf(committable), null);
        committable.clear();
        committedAtNanos = System.nanoTime();
      }
    }

    private void commit(Duration patience) {
      if (collectCommittable()) {
        consumer.commitSync(Map.copyOf(committable), patience);
        committable.clear();
      }
    }

    private boolean collectCommittable() {
      committable.putAll(inFlight.takeDone());
      committable.keySet().removeIf(partition -> !reader.owns(partition));
      return !committable.isEmpty();
    }

    private Health stateOfHealth() {
      if (inFlight.failing()) {
        return Health.down().withDetail("state", "assessments are not stored").build();
      }
      if (consumer.groupMetadata().generationId() < 0) {
        return Health.outOfService().withDetail("state", "joining the group").build();
      }
      List<TopicPartition> replaying = reader.replaying();
      return replaying.isEmpty()
          ? Health.up().build()
          : Health.outOfService().withDetail("replaying", replaying.toString()).build();
    }
  }
}
