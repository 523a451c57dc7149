package io.openvpos.fraud.assessment.kafka;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.openvpos.fraud.FraudSettings;
import io.openvpos.fraud.FraudSettings.StandbySettings;
import io.openvpos.fraud.Topology;
import io.openvpos.fraud.assessment.kafka.labels.LabelReader;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.stereotype.Component;

/// Stands by on a thread and a consumer of its own, where `vpos.fraud.standby.enabled` says so.
/// Whatever fails here leaves a take-over with what it has without: the snapshot and the log.
@Component
class StandbyLoop implements SmartLifecycle {

  private static final Logger LOGGER = LoggerFactory.getLogger(StandbyLoop.class);
  private static final Duration RESTART_PAUSE = Duration.ofSeconds(1);
  private static final Duration CLOSE_PATIENCE = Duration.ofSeconds(2);

  private final ConsumerFactory<String, byte[]> consumers;
  private final StandbyReader.Parts parts;
  private final LabelReader labels;
  private final StandbySettings settings;
  private final MeterRegistry meters;
  private @Nullable Thread thread;
  private volatile boolean running;
  private volatile double lag = Double.NaN;

  StandbyLoop(
      ConsumerFactory<String, byte[]> consumers,
      RiskCheckReader.Parts parts,
      FraudSettings settings,
      MeterRegistry meters) {
    this.consumers = consumers;
    this.parts =
        new StandbyReader.Parts(
            parts.decoder(), parts.replayPoint(), parts.beginnings(), parts.standby());
    labels = parts.labels();
    this.settings = settings.standby();
    this.meters = meters;
  }

  @Override
  public void start() {
    running = true;
    if (settings.enabled()) {
      Gauge.builder("fraud.standby.lag", () -> lag).register(meters);
      Gauge.builder("fraud.standby.partitions", parts.states()::size).register(meters);
      thread = Thread.ofPlatform().name("standby").daemon().start(this::run);
    }
  }

  @Override
  public void stop() {
    running = false;
    Thread standing = thread;
    if (standing != null) {
      LockSupport.unpark(standing);
      try {
        boolean _ = standing.join(CLOSE_PATIENCE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /// A consumer that fails is replaced; the states stay, and are compared with the log again.
  private void run() {
    while (running) {
      try (Consumer<String, byte[]> consumer = consumer()) {
        untilStopped(new StandbyReader(consumer, parts, settings.every()));
      } catch (RuntimeException e) {
        failed();
        LOGGER.warn("nothing stands by; next attempt in {}", RESTART_PAUSE, e);
        LockSupport.parkNanos(RESTART_PAUSE.toNanos());
      } catch (OutOfMemoryError e) {
        failed();
        parts.states().forget();
        LOGGER.error("too little memory to stand by; not tried again before the next start", e);
        return;
      }
    }
  }

  private void untilStopped(StandbyReader reader) {
    while (running) {
      // Histories take labels in: what was known before the start must be known to these, too.
      lag = labels.caughtUp() ? reader.round() : Double.NaN;
      if (!(lag > 0)) {
        LockSupport.parkNanos(settings.every().toNanos());
      }
    }
  }

  private void failed() {
    lag = Double.NaN;
    meters.counter("fraud.standby.failures").increment();
  }

  private Consumer<String, byte[]> consumer() {
    Properties own = new Properties();
    own.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
    own.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    return consumers.createConsumer(Topology.SCORING_GROUP, null, null, own);
  }
}
